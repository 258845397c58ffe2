package dev.pixelwatch.tools.attach.align;

import java.util.Optional;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * Shift of one picture against another by phase correlation (Kuglin and Hines 1975), with the
 * spectrum weighted by a Gaussian, so that the peak is a Gaussian and a parabola through its
 * logarithm gives fractions of a pixel.
 */
final class PhaseCorrelation {
  /** Standard deviation of the weights, in cycles per pixel: what lies higher is mostly noise. */
  private static final double BAND = 0.12;

  /** Height of the peak, 1 for a picture and its cyclic shift, below which it means nothing. */
  private static final double LEAST_PEAK = 0.15;

  private final int size;
  private final double[] taper;
  private final double[] weights;

  /**
   * How the second picture lies.
   *
   * @param right pixels to the right of the first
   * @param down pixels below the first
   */
  record Shift(double right, double down) {}

  /**
   * @param size pixels of a side, a power of two
   */
  PhaseCorrelation(int size) {
    this.size = size;
    taper = new double[size];
    weights = new double[size];
    for (int i = 0; i < size; i++) {
      taper[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / size);
      double frequency = (double) Math.min(i, size - i) / size;
      weights[i] = Math.exp(-frequency * frequency / (2 * BAND * BAND));
    }
  }

  /** The shift of the second square of luma against the first, if the two are alike at all. */
  Optional<Shift> shift(byte[] first, byte[] second) {
    double[][][] a = spectrum(first);
    double[][][] b = spectrum(second);
    double sum = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double re = b[y][0][x] * a[y][0][x] + b[y][1][x] * a[y][1][x];
        double im = b[y][1][x] * a[y][0][x] - b[y][0][x] * a[y][1][x];
        double weight = weights[x] * weights[y];
        double norm = Math.max(1e-9, Math.hypot(re, im));
        sum += weight;
        b[y][0][x] = weight * re / norm;
        b[y][1][x] = weight * im / norm;
      }
    }
    transform(b, TransformType.INVERSE);
    return peak(b, sum / ((double) size * size));
  }

  private double[][][] spectrum(byte[] luma) {
    double mean = 0;
    for (byte sample : luma) {
      mean += (sample & 0xff) / (double) luma.length;
    }
    double[][][] rows = new double[size][2][size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        rows[y][0][x] = ((luma[y * size + x] & 0xff) - mean) * taper[x] * taper[y];
      }
    }
    transform(rows, TransformType.FORWARD);
    return rows;
  }

  /** Transforms rows of real and imaginary parts, then columns, in place. */
  private void transform(double[][][] rows, TransformType type) {
    for (double[][] row : rows) {
      FastFourierTransformer.transformInPlace(row, DftNormalization.STANDARD, type);
    }
    double[][] column = new double[2][size];
    for (int x = 0; x < size; x++) {
      for (int y = 0; y < size; y++) {
        column[0][y] = rows[y][0][x];
        column[1][y] = rows[y][1][x];
      }
      FastFourierTransformer.transformInPlace(column, DftNormalization.STANDARD, type);
      for (int y = 0; y < size; y++) {
        rows[y][0][x] = column[0][y];
        rows[y][1][x] = column[1][y];
      }
    }
  }

  private Optional<Shift> peak(double[][][] surface, double perfect) {
    int bestX = 0;
    int bestY = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (surface[y][0][x] > surface[bestY][0][bestX]) {
          bestX = x;
          bestY = y;
        }
      }
    }
    double height = surface[bestY][0][bestX];
    if (height < LEAST_PEAK * perfect) {
      return Optional.empty();
    }
    double right =
        vertex(
            surface[bestY][0][(bestX + size - 1) % size],
            height,
            surface[bestY][0][(bestX + 1) % size]);
    double down =
        vertex(
            surface[(bestY + size - 1) % size][0][bestX],
            height,
            surface[(bestY + 1) % size][0][bestX]);
    return Optional.of(new Shift(signed(bestX) + right, signed(bestY) + down));
  }

  private int signed(int position) {
    return position < size / 2 ? position : position - size;
  }

  /** Where a parabola through the logarithms has its vertex, -0.5..0.5 around the middle one. */
  private static double vertex(double before, double middle, double after) {
    if (before <= 0 || after <= 0) {
      return 0;
    }
    double left = Math.log(before);
    double right = Math.log(after);
    double bend = left - 2 * Math.log(middle) + right;
    return bend < 0 ? Math.max(-0.5, Math.min(0.5, (left - right) / (2 * bend))) : 0;
  }
}
