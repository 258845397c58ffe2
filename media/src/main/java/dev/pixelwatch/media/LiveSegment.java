package dev.pixelwatch.media;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What stays the same from frame to frame until the input changes; sizes after turning. */
record LiveSegment(
    int width,
    int height,
    int sourceWidth,
    int sourceHeight,
    int pixelFormat,
    ColourMatrix matrix,
    ColourRange range) {

  /** The segment that a decoded frame belongs to. */
  static LiveSegment of(AVFrame frame, Optional<PictureSize> wanted, int quarterTurns) {
    boolean lying = quarterTurns % 2 != 0;
    PictureSize own =
        lying
            ? new PictureSize(frame.height(), frame.width())
            : new PictureSize(frame.width(), frame.height());
    PictureSize size = wanted.orElse(own);
    return new LiveSegment(
        size.width(),
        size.height(),
        frame.width(),
        frame.height(),
        frame.format(),
        ColourTags.matrix(frame.colorspace(), frame.height()),
        PictureConverter.range(frame));
  }

  int decodedWidth(int quarterTurns) {
    return quarterTurns % 2 == 0 ? width : height;
  }

  int decodedHeight(int quarterTurns) {
    return quarterTurns % 2 == 0 ? height : width;
  }
}
