package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Picture;

/** A real lossy video or image codec, seen as a function on pictures. */
public interface Codec {
  /** Name of the coding format, such as {@code jpeg}, {@code h264} or {@code av1}. */
  String name();

  /**
   * Encodes the picture and decodes the result.
   *
   * @param coarseness position on the codec's own quantiser scale, 0 (finest) to 1 (coarsest)
   * @return a picture of the same size, colour matrix and range
   */
  Picture roundTrip(Picture picture, double coarseness);
}
