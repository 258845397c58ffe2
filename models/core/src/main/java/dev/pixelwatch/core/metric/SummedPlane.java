package dev.pixelwatch.core.metric;

/** Sums over rectangles of a plane in constant time; outside the plane all samples are 0. */
final class SummedPlane {
  private final int width;
  private final int height;

  /** Sum of all samples above and to the left; one row and one column more than the plane. */
  private final double[] sums;

  SummedPlane(Plane plane) {
    width = plane.width();
    height = plane.height();
    sums = new double[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += plane.samples()[y * width + x];
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /**
   * The Haar filter of {@code side} x {@code side} samples around ({@code x}, {@code y}): second
   * half minus first half, over the side.
   *
   * @param side an even number
   * @param across whether the halves lie left and right, not above and below
   */
  float haar(int x, int y, int side, boolean across) {
    int left = x - side / 2 + 1;
    int top = y - side / 2 + 1;
    double all = sum(left, top, side, side);
    double second =
        across
            ? sum(left + side / 2, top, side / 2, side)
            : sum(left, top + side / 2, side, side / 2);
    return (float) ((2 * second - all) / side);
  }

  /** Mean of the four samples from ({@code x}, {@code y}) on. */
  float mean(int x, int y) {
    return (float) (sum(x, y, 2, 2) / 4);
  }

  private double sum(int left, int top, int w, int h) {
    int x0 = inside(left, width);
    int x1 = inside(left + w, width);
    int y0 = inside(top, height) * (width + 1);
    int y1 = inside(top + h, height) * (width + 1);
    return sums[y1 + x1] - sums[y1 + x0] - sums[y0 + x1] + sums[y0 + x0];
  }

  private static int inside(int position, int length) {
    return Math.min(length, Math.max(0, position));
  }
}
