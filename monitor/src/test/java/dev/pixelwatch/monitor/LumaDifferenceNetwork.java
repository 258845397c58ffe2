package dev.pixelwatch.monitor;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.ModelInfo;
import java.util.Arrays;

/**
 * Stands in for trained weights only: the exposure channel is the mean luma difference of the
 * frame, the score is minus its amount in percent.
 */
final class LumaDifferenceNetwork implements DistortionNetwork {
  static final ModelInfo MODEL = new ModelInfo("luma-difference", "0".repeat(64));

  @Override
  public ModelInfo model() {
    return MODEL;
  }

  @Override
  public String engine() {
    return "arithmetic in Java";
  }

  @Override
  public Assessor newAssessor() {
    return LumaDifferenceNetwork::assess;
  }

  static Assessment assess(Picture reference, Picture processed) {
    double difference = (mean(processed.luma()) - mean(reference.luma())) / 255;
    int rows = DistortionMap.cells(reference.height());
    int columns = DistortionMap.cells(reference.width());
    float[] values = new float[DistortionType.COUNT * rows * columns];
    Arrays.fill(values, 0.5f);
    int first = DistortionType.EXPOSURE.ordinal() * rows * columns;
    Arrays.fill(values, first, first + rows * columns, (float) (0.5 + difference / 2));
    return new Assessment(new DistortionMap(rows, columns, values), -100 * Math.abs(difference));
  }

  private static double mean(byte[] luma) {
    long sum = 0;
    for (byte sample : luma) {
      sum += sample & 0xff;
    }
    return (double) sum / luma.length;
  }

  @Override
  public void close() {}
}
