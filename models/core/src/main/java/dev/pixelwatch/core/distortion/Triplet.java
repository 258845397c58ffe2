package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.Picture;

/**
 * A pair of pictures and what is to be said of it. Both pictures are BT.709, limited range.
 *
 * @param map the map of the processed picture relative to the reference
 * @param score points, 0 for the same quality, negative when the processed picture is worse: the
 *     {@link Quality} of the processed picture less that of the reference
 */
public record Triplet(Picture reference, Picture processed, DistortionMap map, double score) {

  /** The same pair with the frames changed over. */
  public Triplet swapped() {
    return new Triplet(processed, reference, map.mirrored(), 0 - score);
  }
}
