package dev.pixelwatch.core.scene;

import java.util.stream.IntStream;

/**
 * A transparent drawing surface. Everything is placed in units, 720 of them to the height of a
 * frame, so that a scene looks the same at every size. Outlines and materials are smoothed, as an
 * optical low-pass filter would, so that aliasing is left to the distortions.
 */
final class Canvas {
  /** Units in the height of a frame. */
  static final float UNITS = 720;

  /** Sample points within a pixel: a rotated grid, which serves lines of every slope. */
  private static final float[][] SAMPLES = {
    {-0.125f, -0.375f}, {0.375f, -0.125f}, {0.125f, 0.375f}, {-0.375f, 0.125f}
  };

  final int width;
  final int height;
  final float[] red;
  final float[] green;
  final float[] blue;
  final float[] alpha;

  /** Pixels to a unit. */
  private final float scale;

  /**
   * @param width pixels
   * @param height pixels
   * @param frameHeight height in pixels of the frame that this will be part of
   */
  Canvas(int width, int height, int frameHeight) {
    this.width = width;
    this.height = height;
    this.scale = frameHeight / UNITS;
    red = new float[width * height];
    green = new float[width * height];
    blue = new float[width * height];
    alpha = new float[width * height];
  }

  /** Width in units. */
  float unitsWide() {
    return width / scale;
  }

  /** Swaps left and right. */
  void mirror() {
    for (float[] plane : new float[][] {red, green, blue, alpha}) {
      for (int i = 0; i < width * height; i++) {
        int x = i % width;
        int other = i - x + width - 1 - x;
        if (x < width / 2) {
          float kept = plane[i];
          plane[i] = plane[other];
          plane[other] = kept;
        }
      }
    }
  }

  /** Fills a rectangle. */
  void box(float left, float top, float right, float bottom, Material material) {
    fill(left, top, right, bottom, Shape.box(left, top, right, bottom), material);
  }

  /** Draws a straight line. */
  void line(float x0, float y0, float x1, float y1, float thickness, Material material) {
    fill(
        Math.min(x0, x1) - thickness,
        Math.min(y0, y1) - thickness,
        Math.max(x0, x1) + thickness,
        Math.max(y0, y1) + thickness,
        Shape.stroke(x0, y0, x1, y1, thickness),
        material);
  }

  /** Fills a disc. */
  void disc(float x, float y, float radius, Material material) {
    fill(x - radius, y - radius, x + radius, y + radius, Shape.disc(x, y, radius), material);
  }

  /** Fills the part of a shape that lies in a rectangle, given in units. */
  void fill(float left, float top, float right, float bottom, Shape shape, Material material) {
    int firstX = Math.max(0, (int) Math.floor(left * scale - 1));
    int lastX = Math.min(width - 1, (int) Math.ceil(right * scale + 1));
    int firstY = Math.max(0, (int) Math.floor(top * scale - 1));
    int lastY = Math.min(height - 1, (int) Math.ceil(bottom * scale + 1));
    if (firstY <= lastY) {
      IntStream.rangeClosed(firstY, lastY)
          .parallel()
          .forEach(y -> fillRow(y, firstX, lastX, shape, material));
    }
  }

  private void fillRow(int y, int firstX, int lastX, Shape shape, Material material) {
    float[] sample = new float[3];
    float[] sum = new float[3];
    for (int x = firstX; x <= lastX; x++) {
      float distance = shape.distance((x + 0.5f) / scale, (y + 0.5f) / scale);
      float coverage = Math.min(1, Math.max(0, 0.5f - distance * scale));
      if (coverage > 0) {
        sum[0] = sum[1] = sum[2] = 0;
        for (float[] offset : SAMPLES) {
          material.colour((x + 0.5f + offset[0]) / scale, (y + 0.5f + offset[1]) / scale, sample);
          sum[0] += sample[0];
          sum[1] += sample[1];
          sum[2] += sample[2];
        }
        blend(y * width + x, sum, coverage);
      }
    }
  }

  /** Porter-Duff "over" with colours that are not premultiplied. */
  private void blend(int i, float[] sum, float coverage) {
    float after = coverage + alpha[i] * (1 - coverage);
    float share = coverage / after;
    red[i] += share * (sum[0] / SAMPLES.length - red[i]);
    green[i] += share * (sum[1] / SAMPLES.length - green[i]);
    blue[i] += share * (sum[2] / SAMPLES.length - blue[i]);
    alpha[i] = after;
  }
}
