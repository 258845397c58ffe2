package dev.pixelwatch.tools.compare;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.Arrays;
import java.util.List;
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
  private long leftOut;

  /**
   * Takes the maps of one frame in. Where a video changes its size its cells are other places, so
   * that maps of another size than the first are left out.
   */
  public void add(DistortionMap a, DistortionMap b) {
    if (sums == null) {
      rows = a.rows();
      columns = a.columns();
      sums = new double[a.values().length];
    }
    if (!fits(a) || !fits(b)) {
      leftOut++;
      return;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += 2.0 * (b.values()[i] - a.values()[i]);
    }
    frames++;
  }

  /** Whether a map has the cells that the mean is taken of. */
  public boolean fits(DistortionMap map) {
    return map.rows() == rows && map.columns() == columns;
  }

  /** What is to be said of it, in sentences. */
  public List<String> notes() {
    return leftOut == 0
        ? List.of()
        : List.of(
            "The frames change their size: where the builds differ is said of the first size, and"
                + " %d frames of another were left out there.".formatted(leftOut));
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
