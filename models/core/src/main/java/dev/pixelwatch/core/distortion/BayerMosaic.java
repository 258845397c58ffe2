package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;

/** A colour filter array of the RGGB pattern, and its bilinear demosaic. */
final class BayerMosaic {
  private BayerMosaic() {}

  /** The plane that the filter shows at a pixel: 0 red, 1 green, 2 blue. */
  static int channel(int x, int y) {
    return (x & 1) + (y & 1);
  }

  /** One sample a pixel, as the sensor reads it. */
  static float[] sample(RgbImage image) {
    float[] mosaic = new float[image.red().length];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int i = y * image.width() + x;
        mosaic[i] =
            switch (channel(x, y)) {
              case 0 -> image.red()[i];
              case 1 -> image.green()[i];
              default -> image.blue()[i];
            };
      }
    }
    return mosaic;
  }

  /** Missing samples are the mean of the two or four nearest ones of the same colour. */
  static RgbImage demosaic(float[] mosaic, int width, int height) {
    RgbImage image = new RgbImage(width, height);
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int up = mirror(y - 1, height) * width;
      int down = mirror(y + 1, height) * width;
      float[] here = (y & 1) == 0 ? image.red() : image.blue();
      float[] other = (y & 1) == 0 ? image.blue() : image.red();
      for (int x = 0; x < width; x++) {
        int left = mirror(x - 1, width);
        int right = mirror(x + 1, width);
        float centre = mosaic[row + x];
        float across = (mosaic[row + left] + mosaic[row + right]) / 2;
        float along = (mosaic[up + x] + mosaic[down + x]) / 2;
        if (channel(x, y) == 1) {
          image.green()[row + x] = centre;
          here[row + x] = across;
          other[row + x] = along;
        } else {
          here[row + x] = centre;
          image.green()[row + x] = (across + along) / 2;
          other[row + x] =
              (mosaic[up + left] + mosaic[up + right] + mosaic[down + left] + mosaic[down + right])
                  / 4;
        }
      }
    }
    return image;
  }

  /** Mirrors about the outermost sample, which keeps the phase of the pattern. */
  private static int mirror(int i, int n) {
    if (n == 1) {
      return 0;
    }
    return i < 0 ? -i : i >= n ? 2 * n - 2 - i : i;
  }
}
