package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;

/** Clean test images with known content, and what is measured on them. */
final class Scene {
  private Scene() {}

  /** Texture, edges, a smooth gradient and colour, with room to black and white. */
  static RgbImage photograph(int width, int height) {
    RgbImage image = new RgbImage(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        double base = 0.28 + 0.2 * x / width + 0.1 * Math.sin(0.05 * y);
        double texture =
            0.06 * Math.sin(1.3 * x + 0.4 * y) + 0.05 * Math.sin(0.7 * x * Math.cos(0.03 * y));
        double edge = (x / 13 + y / 17) % 3 == 0 ? 0.2 : 0;
        double value = base + texture + edge;
        image.red()[i] = (float) (value + 0.1 * Math.sin(0.11 * x));
        image.green()[i] = (float) value;
        image.blue()[i] = (float) (value - 0.12 * Math.cos(0.09 * y));
      }
    }
    return image;
  }

  static RgbImage flat(int width, int height, float red, float green, float blue) {
    RgbImage image = new RgbImage(width, height);
    Arrays.fill(image.red(), red);
    Arrays.fill(image.green(), green);
    Arrays.fill(image.blue(), blue);
    return image;
  }

  /** A slow grey ramp from left to right. */
  static RgbImage ramp(int width, int height) {
    RgbImage image = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      float grey = 0.3f + 0.4f * (i % width) / width;
      image.red()[i] = grey;
      image.green()[i] = grey;
      image.blue()[i] = grey;
    }
    return image;
  }

  /** Dark left half, bright right half. */
  static RgbImage edge(int width, int height) {
    RgbImage image = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      float grey = i % width < width / 2 ? 0.25f : 0.75f;
      image.red()[i] = grey;
      image.green()[i] = grey;
      image.blue()[i] = grey;
    }
    return image;
  }

  static double mean(float[] plane) {
    double sum = 0;
    for (float v : plane) {
      sum += v;
    }
    return sum / plane.length;
  }

  /** Mean square of the step from pixel to pixel: energy of high frequencies. */
  static double sharpness(RgbImage image) {
    float[] luma = Luma.of(image);
    double sum = 0;
    for (int i = 1; i < luma.length; i++) {
      double step = i % image.width() == 0 ? 0 : luma[i] - luma[i - 1];
      sum += step * step;
    }
    return sum / luma.length;
  }

  /** Greatest absolute difference of two planes. */
  static double largestStep(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  /** Standard deviation of the difference of two planes. */
  static double deviation(float[] a, float[] b) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      double d = b[i] - a[i];
      sum += d;
      squares += d * d;
    }
    double mean = sum / a.length;
    return Math.sqrt(squares / a.length - mean * mean);
  }
}
