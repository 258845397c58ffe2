package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.Picture;

/**
 * What one frame was judged by.
 *
 * @param reference the frame that entered the stage
 * @param a what build A made of it
 * @param b what build B made of it
 * @param mapOfA what was found in A beside the reference
 * @param mapOfB what was found in B beside the reference
 */
public record FrameEvidence(
    Picture reference, Picture a, Picture b, DistortionMap mapOfA, DistortionMap mapOfB) {

  /** B minus A at half strength, which keeps it within the range of a map. */
  DistortionMap halfDifference() {
    float[] values = new float[mapOfA.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.5f + (mapOfB.values()[i] - mapOfA.values()[i]) / 2;
    }
    return new DistortionMap(mapOfA.rows(), mapOfA.columns(), values);
  }
}
