package dev.pixelwatch.tools.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same in every locale. */
public final class Numbers {
  /** Decimals of a score in files. */
  public static final int SCORE_DECIMALS = 3;

  /** Decimals of an intensity in files. */
  public static final int INTENSITY_DECIMALS = 4;

  private Numbers() {}

  /** A finite number rounded half up, for files; never minus zero and never in exponent form. */
  public static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** A score such as "-18.3". */
  public static String points(double score) {
    return signed(score, "%+.1f", "0.0");
  }

  /** An intensity such as "+0.31". */
  public static String intensity(double intensity) {
    return signed(intensity, "%+.2f", "0.00");
  }

  /** A time such as "4.43 s". */
  public static String seconds(double seconds) {
    return text("%.2f s", seconds);
  }

  /** A speed such as "41.3", or "unknown". */
  static String speed(double pairsPerSecond) {
    return Double.isFinite(pairsPerSecond) ? text("%.1f", pairsPerSecond) : "unknown";
  }

  /** As {@link String#format}, the same in every locale. */
  public static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  private static String signed(double value, String format, String zero) {
    if (Double.isNaN(value)) {
      return "none";
    }
    String text = text(format, value);
    return text.substring(1).equals(zero) ? zero : text;
  }
}
