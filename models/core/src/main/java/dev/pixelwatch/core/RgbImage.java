package dev.pixelwatch.core;

/**
 * Gamma-encoded R'G'B' samples (sRGB, nominally 0..1, values outside are allowed until converted).
 *
 * @param width pixels
 * @param height pixels
 * @param red {@code width * height} samples, row by row
 * @param green as red
 * @param blue as red
 */
@SuppressWarnings(
    "ArrayRecordComponent") // A carrier of samples; compared plane by plane where needed.
public record RgbImage(int width, int height, float[] red, float[] green, float[] blue) {

  /** A black image. */
  public RgbImage(int width, int height) {
    this(
        width,
        height,
        new float[width * height],
        new float[width * height],
        new float[width * height]);
  }

  /** The three planes in the order red, green, blue. */
  public float[][] planes() {
    return new float[][] {red, green, blue};
  }

  /** A copy that shares nothing with this image. */
  public RgbImage copy() {
    return new RgbImage(width, height, red.clone(), green.clone(), blue.clone());
  }

  /**
   * The part of {@code w} x {@code h} pixels whose upper left corner is at ({@code x}, {@code y}).
   *
   * @throws IllegalArgumentException if it does not lie inside
   */
  public RgbImage crop(int x, int y, int w, int h) {
    if (x < 0 || y < 0 || w < 1 || h < 1 || x + w > width || y + h > height) {
      throw new IllegalArgumentException(
          "a crop of %d x %d at (%d, %d) does not lie in %d x %d"
              .formatted(w, h, x, y, width, height));
    }
    RgbImage part = new RgbImage(w, h);
    for (int plane = 0; plane < 3; plane++) {
      for (int row = 0; row < h; row++) {
        System.arraycopy(planes()[plane], (y + row) * width + x, part.planes()[plane], row * w, w);
      }
    }
    return part;
  }
}
