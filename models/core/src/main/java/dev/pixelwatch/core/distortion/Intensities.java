package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.Arrays;
import java.util.List;

/** The intensity of every type in every cell of one frame, relative to the clean photograph. */
final class Intensities {
  private static final List<DistortionType> DETAILED =
      List.of(DistortionType.NOISE, DistortionType.ALIASING, DistortionType.OVERSHARPENING);

  private final int rows;
  private final int columns;
  private final float[][] values;

  Intensities(int width, int height) {
    this(
        DistortionMap.cells(height),
        DistortionMap.cells(width),
        new float[DistortionType.COUNT][DistortionMap.cells(height) * DistortionMap.cells(width)]);
  }

  private Intensities(int rows, int columns, float[][] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  Intensities copy() {
    float[][] copy = new float[values.length][];
    for (int type = 0; type < copy.length; type++) {
      copy[type] = values[type].clone();
    }
    return new Intensities(rows, columns, copy);
  }

  /** Sets the intensity of one type in all cells. */
  void fill(DistortionType type, float intensity) {
    Arrays.fill(values[type.ordinal()], intensity);
  }

  /** Adds a distortion, and takes away what it hides of those that were there before. */
  void add(DistortionType type, double sign, float[] added) {
    for (DistortionType hidden : DistortionType.values()) {
      float strength = Hiding.strength(type, sign, hidden);
      if (strength > 0) {
        for (int i = 0; i < added.length; i++) {
          values[hidden.ordinal()][i] *= Math.max(0, 1 - strength * added[i]);
        }
      }
    }
    float[] own = values[type.ordinal()];
    for (int i = 0; i < added.length; i++) {
      own[i] = (float) Math.min(1, Math.max(-1, own[i] + sign * added[i]));
    }
  }

  /**
   * Takes away what went with the fine detail of luma: noise, jaggies and halos.
   *
   * @param weights of the mask
   * @param kept share of the detail that a stage left
   */
  void fade(float[] weights, float[] kept) {
    for (DistortionType type : DETAILED) {
      float[] of = values[type.ordinal()];
      for (int i = 0; i < of.length; i++) {
        of[i] *= 1 - weights[i] * (1 - kept[i]);
      }
    }
  }

  /** Intensity of one type in each cell. */
  float[] of(DistortionType type) {
    return values[type.ordinal()].clone();
  }

  /** The map of this frame as the processed one against a reference. */
  DistortionMap relativeTo(Intensities reference) {
    int cells = rows * columns;
    float[] map = new float[DistortionType.COUNT * cells];
    for (int i = 0; i < map.length; i++) {
      float more = values[i / cells][i % cells] - reference.values[i / cells][i % cells];
      map[i] = 0.5f + 0.5f * Math.min(1, Math.max(-1, more));
    }
    return new DistortionMap(rows, columns, map);
  }
}
