package dev.pixelwatch.core.distortion;

/** A small two-dimensional convolution kernel of unit sum. */
final class PointSpread {
  private final int radius;
  private final float[] weights;

  private PointSpread(int radius, float[] weights) {
    this.radius = radius;
    this.weights = weights;
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }

  /** A disc with a soft rim, as of a lens out of focus. */
  static PointSpread disc(double discRadius) {
    int radius = (int) Math.ceil(discRadius);
    int side = 2 * radius + 1;
    float[] weights = new float[side * side];
    for (int y = -radius; y <= radius; y++) {
      for (int x = -radius; x <= radius; x++) {
        double inside = discRadius + 0.5 - Math.hypot(x, y);
        weights[(y + radius) * side + x + radius] = (float) Math.min(1, Math.max(0, inside));
      }
    }
    return new PointSpread(radius, weights);
  }

  /** A straight path of {@code length} pixels, as of a camera that moved. */
  static PointSpread line(double length, double angle) {
    int radius = (int) Math.ceil(length / 2) + 1;
    int side = 2 * radius + 1;
    float[] weights = new float[side * side];
    int samples = 4 * (int) Math.ceil(length) + 1;
    for (int i = 0; i < samples; i++) {
      double along = length * ((double) i / (samples - 1) - 0.5);
      double x = radius + along * Math.cos(angle);
      double y = radius + along * Math.sin(angle);
      int x0 = (int) x;
      int y0 = (int) y;
      float fx = (float) (x - x0);
      float fy = (float) (y - y0);
      weights[y0 * side + x0] += (1 - fx) * (1 - fy);
      weights[y0 * side + x0 + 1] += fx * (1 - fy);
      weights[(y0 + 1) * side + x0] += (1 - fx) * fy;
      weights[(y0 + 1) * side + x0 + 1] += fx * fy;
    }
    return new PointSpread(radius, weights);
  }

  /** The plane seen through this kernel; beyond the border the outermost sample repeats. */
  float[] convolve(float[] plane, int width, int height) {
    int padded = width + 2 * radius;
    float[] source = new float[padded * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < padded; x++) {
        source[y * padded + x] = plane[y * width + Math.min(width - 1, Math.max(0, x - radius))];
      }
    }
    float[] out = new float[plane.length];
    int side = 2 * radius + 1;
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] < 1e-4f) {
        continue;
      }
      for (int y = 0; y < height; y++) {
        int row = Math.min(height - 1, Math.max(0, y + k / side - radius));
        Filters.accumulate(out, y * width, source, row * padded + k % side, width, weights[k]);
      }
    }
    return out;
  }
}
