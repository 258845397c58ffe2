package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Picture;
import java.util.Optional;
import java.util.SplittableRandom;

/** A real lossy video or image codec, seen as a function on pictures. */
public interface Codec {
  /** Name of the coding format, such as {@code jpeg}, {@code h264} or {@code av1}. */
  String name();

  /** Whether the codec takes pictures of this size in pixels. */
  default boolean takes(int width, int height) {
    return true;
  }

  /**
   * Encodes the picture and decodes the result.
   *
   * @param coarseness position on the codec's own quantiser scale, 0 (finest) to 1 (coarsest)
   * @return a picture of the same size, colour matrix and range
   */
  Picture roundTrip(Picture picture, double coarseness);

  /**
   * The same over a channel that inverts some bits of the picture, which is coded without another
   * to lean on.
   *
   * @param bits how many, anywhere in the coded picture; 0 for a clean channel
   * @return what the decoder makes of it; empty where it makes nothing of it, or has no means
   *     against errors
   */
  default Optional<Picture> withBitErrors(
      Picture picture, double coarseness, int bits, SplittableRandom random) {
    return Optional.empty();
  }
}
