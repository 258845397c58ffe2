package dev.pixelwatch.tools.doctor;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.distortion.Codec;
import dev.pixelwatch.media.FfmpegCodec;
import java.util.List;
import java.util.stream.Collectors;

/** The codecs of the FFmpeg that comes with Pixelwatch, each on one picture. */
final class Codecs {
  private static final double MIDDLE = 0.5;

  private Codecs() {}

  static Finding roundTrips() {
    Picture grey = Picture.grey(64, 64);
    List<Codec> codecs = FfmpegCodec.available();
    codecs.forEach(codec -> codec.roundTrip(grey, MIDDLE));
    String names = codecs.stream().map(Codec::name).collect(Collectors.joining(", "));
    return codecs.isEmpty()
        ? Finding.missing(
            "codecs", "FFmpeg has no encoder that Pixelwatch knows", "Install Pixelwatch again.")
        : Finding.ok("codecs", names + " encode and decode");
  }
}
