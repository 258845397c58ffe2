package dev.pixelwatch.media;

import dev.pixelwatch.core.distortion.Codec;
import dev.pixelwatch.core.distortion.JpegCodec;
import java.util.List;
import java.util.stream.Stream;

/** What blocking is made with. */
public final class Codecs {
  private Codecs() {}

  /**
   * JPEG by libjpeg, whose scale goes down to quality 1, and what this build of FFmpeg has: its own
   * JPEG ends at about quality 9.
   */
  public static List<Codec> all() {
    return Stream.concat(Stream.of(new JpegCodec()), FfmpegCodec.available().stream()).toList();
  }
}
