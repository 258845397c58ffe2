package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionMap;

/** Sums and means over the cells of a map. */
final class Cells {
  private Cells() {}

  /** Mean of each cell, row by row; the last cells may be cut by the edge. */
  static float[] means(int width, int height, float[] plane) {
    int columns = DistortionMap.cells(width);
    float[] sums = new float[columns * DistortionMap.cells(height)];
    for (int y = 0; y < height; y++) {
      int row = y / DistortionMap.CELL * columns;
      for (int left = 0; left < width; left += DistortionMap.CELL) {
        float sum = 0;
        for (int x = left; x < Math.min(width, left + DistortionMap.CELL); x++) {
          sum += plane[y * width + x];
        }
        sums[row + left / DistortionMap.CELL] += sum;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      int w = Math.min(DistortionMap.CELL, width - i % columns * DistortionMap.CELL);
      int h = Math.min(DistortionMap.CELL, height - i / columns * DistortionMap.CELL);
      sums[i] /= w * h;
    }
    return sums;
  }

  /**
   * Mean of each cell and the eight around it, with binomial weights: 4 for itself, 2 for those
   * beside, above and below it, 1 for the others. At the edge of the map there are fewer.
   */
  static float[] withNeighbours(int columns, float[] cells) {
    int rows = cells.length / columns;
    float[] means = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      float sum = 0;
      int weights = 0;
      for (int y = Math.max(0, i / columns - 1); y <= Math.min(rows - 1, i / columns + 1); y++) {
        for (int x = Math.max(0, i % columns - 1);
            x <= Math.min(columns - 1, i % columns + 1);
            x++) {
          int weight = (2 - Math.abs(y - i / columns)) * (2 - Math.abs(x - i % columns));
          sum += weight * cells[y * columns + x];
          weights += weight;
        }
      }
      means[i] = sum / weights;
    }
    return means;
  }
}
