package dev.pixelwatch.media;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;

/** What an encoder or a filter graph must know of the pictures it will be given. */
record VideoFormat(
    int width, int height, FrameRate frameRate, ColourMatrix matrix, ColourRange range) {

  /** The format of a video whose pictures are like this one. */
  static VideoFormat of(Picture picture, FrameRate frameRate) {
    return new VideoFormat(
        picture.width(), picture.height(), frameRate, picture.matrix(), picture.range());
  }

  boolean fits(Picture picture) {
    return equals(of(picture, frameRate));
  }

  @Override
  public String toString() {
    return "%d x %d, %s, %s".formatted(width, height, matrix, range);
  }
}
