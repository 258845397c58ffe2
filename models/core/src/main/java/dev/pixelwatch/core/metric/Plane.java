package dev.pixelwatch.core.metric;

import dev.pixelwatch.core.RgbImage;

/**
 * One plane of samples on the scale 0..255, which the constants of the published measures are for.
 *
 * @param samples {@code width * height}, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between two steps, never compared.
record Plane(int width, int height, float[] samples) {

  /** Luma after BT.601, as the published measures take it. */
  static Plane luma(RgbImage image) {
    return weighted(image, 0.2989f, 0.5870f, 0.1140f);
  }

  /** A weighted sum of red, green and blue. */
  static Plane weighted(RgbImage image, float red, float green, float blue) {
    float[] sum = new float[image.red().length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = 255 * (red * image.red()[i] + green * image.green()[i] + blue * image.blue()[i]);
    }
    return new Plane(image.width(), image.height(), sum);
  }

  /** Means of blocks of {@code factor} x {@code factor} samples; blocks at the border are cut. */
  Plane reduced(int factor) {
    if (factor == 1) {
      return this;
    }
    int w = (width + factor - 1) / factor;
    int h = (height + factor - 1) / factor;
    float[] means = new float[w * h];
    for (int i = 0; i < means.length; i++) {
      means[i] = blockMean(i % w * factor, i / w * factor, factor);
    }
    return new Plane(w, h, means);
  }

  private float blockMean(int left, int top, int side) {
    int right = Math.min(width, left + side);
    int bottom = Math.min(height, top + side);
    float sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += samples[y * width + x];
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  /** Mean of this plane and another of its size. */
  Plane meanWith(Plane other) {
    float[] mean = new float[samples.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (samples[i] + other.samples[i]) / 2;
    }
    return new Plane(width, height, mean);
  }

  /** Product of this plane and another of its size. */
  Plane times(Plane other) {
    float[] product = new float[samples.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = samples[i] * other.samples[i];
    }
    return new Plane(width, height, product);
  }

  /** Magnitude of the Prewitt gradient; outside the plane samples are 0, as published. */
  Plane gradient() {
    int w = width + 2;
    float[] s = framed();
    float[] magnitude = new float[samples.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int up = y * w + x;
        int row = up + w;
        int down = row + w;
        float across = (s[up + 2] + s[row + 2] + s[down + 2]) - (s[up] + s[row] + s[down]);
        float along = (s[down] + s[down + 1] + s[down + 2]) - (s[up] + s[up + 1] + s[up + 2]);
        magnitude[y * width + x] = (float) Math.sqrt(across * across + along * along) / 3;
      }
    }
    return new Plane(width, height, magnitude);
  }

  /** The samples with a frame of zeros, one sample wide. */
  private float[] framed() {
    float[] framed = new float[(width + 2) * (height + 2)];
    for (int y = 0; y < height; y++) {
      System.arraycopy(samples, y * width, framed, (y + 1) * (width + 2) + 1, width);
    }
    return framed;
  }

  /** Correlation with a kernel along rows and columns, where the kernel lies wholly inside. */
  Plane filtered(float[] kernel) {
    int w = width - kernel.length + 1;
    int h = height - kernel.length + 1;
    float[] across = new float[w * height];
    for (int y = 0; y < height; y++) {
      for (int k = 0; k < kernel.length; k++) {
        accumulate(across, y * w, samples, y * width + k, w, kernel[k]);
      }
    }
    float[] out = new float[w * h];
    for (int y = 0; y < h; y++) {
      for (int k = 0; k < kernel.length; k++) {
        accumulate(out, y * w, across, (y + k) * w, w, kernel[k]);
      }
    }
    return new Plane(w, h, out);
  }

  /** Adds {@code count} samples times a factor; simple enough for the compiler to vectorise. */
  private static void accumulate(
      float[] to, int toStart, float[] from, int start, int count, float factor) {
    for (int i = 0; i < count; i++) {
      to[toStart + i] += factor * from[start + i];
    }
  }
}
