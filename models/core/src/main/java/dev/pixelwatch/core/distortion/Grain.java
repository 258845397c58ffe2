package dev.pixelwatch.core.distortion;

import java.util.Arrays;

/**
 * The noise that a photograph brings along: without it, a stage that removes grain would be said to
 * wash texture away.
 */
final class Grain {
  /** Root mean square of a Laplacian difference of white noise of unit variance. */
  private static final double MASK_GAIN = 6;

  /** Noise through a demosaic is smoother than white noise, and the mask sees less of it. */
  private static final double CORRELATED = 2.5;

  /** Share of the cells that hold no texture in most photographs. */
  private static final double QUIET = 0.05;

  /** Above this, black to white is 1, it is texture from edge to edge that was measured. */
  private static final double MOST = 0.015;

  private Grain() {}

  /**
   * Standard deviation of the grain in luma, black to white is 1: the method of Immerkaer ("Fast
   * Noise Variance Estimation", Computer Vision and Image Understanding 1996) on the quietest
   * cells.
   */
  static double deviation(float[] luma, int width, int height) {
    float[] squares = new float[luma.length];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        float edges = luma[i - 1] + luma[i + 1] + luma[i - width] + luma[i + width];
        float corners =
            luma[i - width - 1] + luma[i - width + 1] + luma[i + width - 1] + luma[i + width + 1];
        float response = 4 * luma[i] - 2 * edges + corners;
        squares[i] = response * response;
      }
    }
    float[] cells = Cells.means(width, height, squares);
    Arrays.sort(cells);
    double quiet = cells[(int) (QUIET * (cells.length - 1))];
    return Math.min(MOST, CORRELATED * Math.sqrt(quiet) / MASK_GAIN);
  }
}
