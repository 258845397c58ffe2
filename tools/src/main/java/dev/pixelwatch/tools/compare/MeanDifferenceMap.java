package dev.pixelwatch.tools.compare;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where in the frame two builds differ: the mean over frames of the signed intensity of B minus
 * that of A, for each type and cell. Used by one thread.
 */
public final class MeanDifferenceMap {
  private int rows;
  private int columns;
  private double[] sums;
  private long frames;

  /**
   * Takes the maps of one frame in.
   *
   * @throws IllegalArgumentException if a size is not that of the maps before
   */
  public void add(DistortionMap a, DistortionMap b) {
    if (sums == null) {
      rows = a.rows();
      columns = a.columns();
      sums = new double[a.values().length];
    }
    if (a.rows() != rows || a.columns() != columns || b.rows() != rows || b.columns() != columns) {
      throw new IllegalArgumentException("maps of different sizes");
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += 2.0 * (b.values()[i] - a.values()[i]);
    }
    frames++;
  }

  /** Number of frames taken in. */
  public long frames() {
    return frames;
  }

  /** The mean of a type in a cell, in -2..2: above 0 where B has more. */
  public double at(DistortionType type, int row, int column) {
    return sums[(type.ordinal() * rows + row) * columns + column] / frames;
  }

  /** The value of a type that is largest in magnitude. */
  public double strongest(DistortionType type) {
    double strongest = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = at(type, row, column);
        strongest = Math.abs(value) > Math.abs(strongest) ? value : strongest;
      }
    }
    return strongest;
  }

  /**
   * One type as a map whose intensity is 1 where the difference has this magnitude; empty if no
   * frame was taken in. The other types are 0.
   */
  public Optional<DistortionMap> scaled(DistortionType type, double full) {
    if (frames == 0) {
      return Optional.empty();
    }
    float[] values = new float[sums.length];
    Arrays.fill(values, 0.5f);
    int first = type.ordinal() * rows * columns;
    for (int i = first; i < first + rows * columns; i++) {
      double intensity = Math.max(-1, Math.min(1, sums[i] / frames / full));
      values[i] = (float) (0.5 + intensity / 2);
    }
    return Optional.of(new DistortionMap(rows, columns, values));
  }
}
