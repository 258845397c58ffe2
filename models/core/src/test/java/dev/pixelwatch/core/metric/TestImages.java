package dev.pixelwatch.core.metric;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Images with known content, and known changes to them. */
final class TestImages {
  private TestImages() {}

  static RgbImage waves(int width, int height) {
    RgbImage image = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      double x = i % width / 5.0;
      int row = i / width;
      double y = row / 7.0;
      image.red()[i] = (float) (0.5 + 0.3 * Math.sin(x));
      image.green()[i] = (float) (0.5 + 0.3 * Math.sin(x + y));
      image.blue()[i] = (float) (0.5 + 0.3 * Math.cos(y));
    }
    return image;
  }

  static RgbImage grey(int width, int height, float level) {
    RgbImage image = new RgbImage(width, height);
    for (float[] plane : image.planes()) {
      Arrays.fill(plane, level);
    }
    return image;
  }

  static RgbImage noisy(RgbImage image, float amount) {
    RgbImage noisy = image.copy();
    SplittableRandom random = new SplittableRandom(1);
    for (float[] plane : noisy.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] += amount * (float) random.nextGaussian();
      }
    }
    return noisy;
  }

  /** Each sample replaced by the mean of {@code side} samples of its row. */
  static RgbImage smeared(RgbImage image, int side) {
    RgbImage smeared = image.copy();
    for (int plane = 0; plane < 3; plane++) {
      float[] from = image.planes()[plane];
      for (int i = 0; i + side <= from.length; i++) {
        float sum = 0;
        for (int k = 0; k < side; k++) {
          sum += from[i + k];
        }
        smeared.planes()[plane][i] = sum / side;
      }
    }
    return smeared;
  }

  /** The upper half redder and less blue, its luma as it was. */
  static RgbImage recoloured(RgbImage image) {
    RgbImage recoloured = image.copy();
    for (int i = 0; i < image.red().length / 2; i++) {
      recoloured.red()[i] += 0.2f;
      recoloured.blue()[i] -= 0.2f * 0.2989f / 0.1140f;
    }
    return recoloured;
  }

  /** Rows become columns. */
  static RgbImage transposed(RgbImage image) {
    RgbImage transposed = new RgbImage(image.height(), image.width());
    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < image.red().length; i++) {
        int to = i % image.width() * image.height() + i / image.width();
        transposed.planes()[plane][to] = image.planes()[plane][i];
      }
    }
    return transposed;
  }
}
