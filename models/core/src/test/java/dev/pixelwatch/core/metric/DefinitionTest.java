package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measures against their published definitions, written out plainly in double precision. */
final class DefinitionTest {

  @ParameterizedTest
  @ValueSource(floats = {0.01f, 0.1f, 0.4f})
  void ssimIsTheMeanOverGaussianWindows(float noise) {
    RgbImage image = TestImages.waves(23, 17);
    RgbImage noisy = TestImages.noisy(image, noise);

    assertThat(Ssim.of(image, noisy)).isCloseTo(ssim(luma(image), luma(noisy), true), within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"24, 18, 0.05", "24, 18, 0.3", "25, 19, 0.1"})
  void gmsdIsTheDeviationOfTheGradientSimilarity(int width, int height, float noise) {
    RgbImage image = TestImages.waves(width, height);
    RgbImage noisy = TestImages.noisy(image, noise);

    assertThat(Gmsd.of(image, noisy)).isCloseTo(gmsd(luma(image), luma(noisy)), within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"32, 24, 0.03", "32, 24, 0.2", "19, 27, 0.1"})
  void haarPsiIsTheWeightedSimilarityOfTwoScales(int width, int height, float noise) {
    RgbImage image = TestImages.waves(width, height);
    RgbImage noisy = TestImages.noisy(image, noise);

    assertThat(HaarPsi.of(image, noisy)).isCloseTo(haarPsi(image, noisy), within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"24, 18, 0.03", "25, 19, 0.3", "24, 18, 1.5"})
  void mdsiIsTheDeviationOfTheComplexRootOfTheSimilarity(int width, int height, float noise) {
    RgbImage image = TestImages.waves(width, height);
    RgbImage noisy = TestImages.noisy(image, noise);

    assertThat(Mdsi.of(image, noisy)).isCloseTo(mdsi(image, noisy), within(1e-4));
  }

  @Test
  void msSsimIsTheProductOverFiveScales() {
    RgbImage image = TestImages.waves(180, 176);
    RgbImage noisy = TestImages.noisy(image, 0.2f);
    double[] weights = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
    double[][] r = luma(image);
    double[][] d = luma(noisy);
    double product = 1;
    for (int scale = 0; scale < 5; scale++) {
      product *= Math.pow(ssim(r, d, scale == 4), weights[scale]);
      r = halved(r);
      d = halved(d);
    }

    assertThat(MsSsim.of(image, noisy)).isCloseTo(product, within(1e-6));
  }

  @Test
  void psnrFollowsTheMeanSquaredError() {
    RgbImage image = TestImages.waves(31, 22);
    RgbImage noisy = TestImages.noisy(image, 0.07f);
    double[][] r = luma(image);
    double[][] d = luma(noisy);
    double squares = 0;
    for (int y = 0; y < 22; y++) {
      for (int x = 0; x < 31; x++) {
        squares += Math.pow(r[y][x] - d[y][x], 2);
      }
    }

    assertThat(Psnr.of(image, noisy))
        .isCloseTo(10 * Math.log10(255 * 255 / (squares / (31 * 22))), within(1e-4));
  }

  @Test
  void sumsOverRectanglesAreThoseOfTheSamples() {
    Plane plane = Plane.luma(TestImages.waves(13, 9));
    SummedPlane summed = new SummedPlane(plane);
    double[][] samples = luma(TestImages.waves(13, 9));
    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 13; x++) {
        for (int side : new int[] {2, 4, 8}) {
          for (boolean across : new boolean[] {true, false}) {
            assertThat((double) summed.haar(x, y, side, across))
                .isCloseTo(haar(samples, x, y, side, across), within(1e-3));
          }
        }
      }
    }
  }

  /** Contrast and structure, and luminance on request. */
  private static double ssim(double[][] r, double[][] d, boolean luminance) {
    double[] kernel = new double[11];
    double total = 0;
    for (int i = 0; i < 11; i++) {
      kernel[i] = Math.exp(-(i - 5) * (i - 5) / (2 * 1.5 * 1.5));
      total += kernel[i];
    }
    double sum = 0;
    int windows = 0;
    for (int y = 0; y + 11 <= r.length; y++) {
      for (int x = 0; x + 11 <= r[0].length; x++) {
        double mr = 0;
        double md = 0;
        double rr = 0;
        double dd = 0;
        double rd = 0;
        for (int i = 0; i < 121; i++) {
          double w = kernel[i % 11] * kernel[i / 11] / (total * total);
          double a = r[y + i / 11][x + i % 11];
          double b = d[y + i / 11][x + i % 11];
          mr += w * a;
          md += w * b;
          rr += w * a * a;
          dd += w * b * b;
          rd += w * a * b;
        }
        double c1 = 2.55 * 2.55;
        double c2 = 7.65 * 7.65;
        double alike = (2 * mr * md + c1) / (mr * mr + md * md + c1);
        sum +=
            (luminance ? alike : 1)
                * (2 * (rd - mr * md) + c2)
                / (rr - mr * mr + dd - md * md + c2);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double gmsd(double[][] reference, double[][] distorted) {
    double[][] r = gradient(halved(reference));
    double[][] d = gradient(halved(distorted));
    int n = r.length * r[0].length;
    double[] similarity = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      double a = r[i / r[0].length][i % r[0].length];
      double b = d[i / r[0].length][i % r[0].length];
      similarity[i] = (2 * a * b + 170) / (a * a + b * b + 170);
      mean += similarity[i] / n;
    }
    double squares = 0;
    for (double s : similarity) {
      squares += (s - mean) * (s - mean);
    }
    return Math.sqrt(squares / (n - 1));
  }

  private static double haarPsi(RgbImage reference, RgbImage distorted) {
    double[][] r = halved(weighted(reference, 0.299, 0.587, 0.114));
    double[][] d = halved(weighted(distorted, 0.299, 0.587, 0.114));
    double[][][] colour = {
      halved(weighted(reference, 0.596, -0.274, -0.322)),
      halved(weighted(distorted, 0.596, -0.274, -0.322)),
      halved(weighted(reference, 0.211, -0.523, 0.312)),
      halved(weighted(distorted, 0.211, -0.523, 0.312))
    };
    double similarities = 0;
    double weights = 0;
    for (int y = 0; y < r.length; y++) {
      for (int x = 0; x < r[0].length; x++) {
        double both = 0;
        for (boolean across : new boolean[] {true, false}) {
          double local = 0;
          for (int side : new int[] {2, 4}) {
            local += similarity(haar(r, x, y, side, across), haar(d, x, y, side, across)) / 2;
          }
          double weight =
              Math.max(Math.abs(haar(r, x, y, 8, across)), Math.abs(haar(d, x, y, 8, across)));
          similarities += weight * logistic(local);
          weights += weight;
          both += weight / 2;
        }
        double i = similarity(mean(colour[0], x, y), mean(colour[1], x, y));
        double q = similarity(mean(colour[2], x, y), mean(colour[3], x, y));
        similarities += both * logistic((i + q) / 2);
        weights += both;
      }
    }
    double share = similarities / weights;
    return Math.pow(Math.log(share / (1 - share)) / 4.2, 2);
  }

  private static double mdsi(RgbImage reference, RgbImage distorted) {
    double[][] r = luma(reference);
    double[][] d = luma(distorted);
    double[][] fused = new double[r.length][r[0].length];
    for (int i = 0; i < r.length * r[0].length; i++) {
      int y = i / r[0].length;
      int x = i % r[0].length;
      fused[y][x] = (r[y][x] + d[y][x]) / 2;
    }
    double[][] gr = gradient(r);
    double[][] gd = gradient(d);
    double[][] gf = gradient(fused);
    double[][] hr = weighted(reference, 0.30, 0.04, -0.35);
    double[][] hd = weighted(distorted, 0.30, 0.04, -0.35);
    double[][] mr = weighted(reference, 0.34, -0.60, 0.17);
    double[][] md = weighted(distorted, 0.34, -0.60, 0.17);
    int n = r.length * r[0].length;
    double[][] roots = new double[n][];
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < n; i++) {
      int y = i / r[0].length;
      int x = i % r[0].length;
      double structure =
          ratio(gr[y][x], gd[y][x], 140)
              + ratio(gd[y][x], gf[y][x], 55)
              - ratio(gr[y][x], gf[y][x], 55);
      double colour =
          (2 * (hr[y][x] * hd[y][x] + mr[y][x] * md[y][x]) + 550)
              / (Math.pow(Math.hypot(hr[y][x], mr[y][x]), 2)
                  + Math.pow(Math.hypot(hd[y][x], md[y][x]), 2)
                  + 550);
      double similarity = 0.6 * structure + 0.4 * colour;
      double root = Math.pow(Math.abs(similarity), 0.25);
      double angle = similarity < 0 ? Math.PI / 4 : 0;
      roots[i] = new double[] {root * Math.cos(angle), root * Math.sin(angle)};
      real += roots[i][0] / n;
      imaginary += roots[i][1] / n;
    }
    double deviation = 0;
    for (double[] root : roots) {
      deviation += Math.hypot(root[0] - real, root[1] - imaginary) / n;
    }
    return Math.pow(deviation, 0.25);
  }

  private static double ratio(double a, double b, double c) {
    return (2 * a * b + c) / (a * a + b * b + c);
  }

  private static double similarity(double a, double b) {
    return (2 * Math.abs(a) * Math.abs(b) + 900) / (a * a + b * b + 900);
  }

  private static double logistic(double similarity) {
    return 1 / (1 + Math.exp(-4.2 * similarity));
  }

  private static double haar(double[][] samples, int x, int y, int side, boolean across) {
    double sum = 0;
    for (int dy = 0; dy < side; dy++) {
      for (int dx = 0; dx < side; dx++) {
        double sign = (across ? dx : dy) < side / 2 ? -1 : 1;
        sum += sign * at(samples, x - side / 2 + 1 + dx, y - side / 2 + 1 + dy);
      }
    }
    return sum / side;
  }

  private static double mean(double[][] samples, int x, int y) {
    return (at(samples, x, y)
            + at(samples, x + 1, y)
            + at(samples, x, y + 1)
            + at(samples, x + 1, y + 1))
        / 4;
  }

  private static double[][] gradient(double[][] samples) {
    double[][] magnitude = new double[samples.length][samples[0].length];
    for (int y = 0; y < samples.length; y++) {
      for (int x = 0; x < samples[0].length; x++) {
        double across = 0;
        double along = 0;
        for (int i = -1; i <= 1; i++) {
          across += (at(samples, x + 1, y + i) - at(samples, x - 1, y + i)) / 3;
          along += (at(samples, x + i, y + 1) - at(samples, x + i, y - 1)) / 3;
        }
        magnitude[y][x] = Math.hypot(across, along);
      }
    }
    return magnitude;
  }

  private static double at(double[][] samples, int x, int y) {
    boolean inside = y >= 0 && y < samples.length && x >= 0 && x < samples[0].length;
    return inside ? samples[y][x] : 0;
  }

  /** Means of blocks of 2 x 2, cut at the border. */
  private static double[][] halved(double[][] samples) {
    int h = samples.length;
    int w = samples[0].length;
    double[][] half = new double[(h + 1) / 2][(w + 1) / 2];
    for (int y = 0; y < half.length; y++) {
      for (int x = 0; x < half[0].length; x++) {
        int n = (2 * x + 1 < w ? 2 : 1) * (2 * y + 1 < h ? 2 : 1);
        half[y][x] =
            (at(samples, 2 * x, 2 * y)
                    + at(samples, 2 * x + 1, 2 * y)
                    + at(samples, 2 * x, 2 * y + 1)
                    + at(samples, 2 * x + 1, 2 * y + 1))
                / n;
      }
    }
    return half;
  }

  private static double[][] luma(RgbImage image) {
    return weighted(image, 0.2989, 0.5870, 0.1140);
  }

  private static double[][] weighted(RgbImage image, double red, double green, double blue) {
    double[][] out = new double[image.height()][image.width()];
    for (int i = 0; i < image.red().length; i++) {
      out[i / image.width()][i % image.width()] =
          255 * (red * image.red()[i] + green * image.green()[i] + blue * image.blue()[i]);
    }
    return out;
  }
}
