package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Picture;
import java.util.Optional;
import java.util.SplittableRandom;

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

  /**
   * The same with a bad line in between: some bits of the picture, which is coded without another
   * to lean on, arrive inverted.
   *
   * @param bits how many, anywhere in the coded picture; with 0 the line is a good one
   * @return what the decoder makes of it; empty where it makes nothing of it, or has no means
   *     against errors
   */
  default Optional<Picture> overBadLine(
      Picture picture, double coarseness, int bits, SplittableRandom random) {
    return Optional.empty();
  }
}
