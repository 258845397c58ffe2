package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionMap;

/** Sums over the cells of a map. */
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
}
