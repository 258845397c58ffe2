package dev.pixelwatch.core;

import java.util.List;

/**
 * How to read a score in words. 100 points are a picture that nobody would keep.
 *
 * <table>
 * <caption>Points and words</caption>
 * <tr><td>below 2</td><td>the same</td></tr>
 * <tr><td>2 to 8</td><td>slightly better or worse</td></tr>
 * <tr><td>8 to 20</td><td>clearly better or worse</td></tr>
 * <tr><td>20 to 40</td><td>much better or worse</td></tr>
 * <tr><td>40 and more</td><td>far better, or severely worse</td></tr>
 * </table>
 */
public final class ScoreWords {
  /** Magnitude in points below which two frames count as the same. */
  public static final double SAME = 2;

  private static final double SLIGHT = 8;
  private static final double CLEAR = 20;
  private static final double MUCH = 40;

  private ScoreWords() {}

  /** Magnitudes in points at which the words change, in rising order; the first is 0. */
  public static List<Double> limits() {
    return List.of(0.0, SAME, SLIGHT, CLEAR, MUCH);
  }

  /** The processed side beside the reference, such as "clearly worse" or "the same". */
  public static String of(double score) {
    double magnitude = Math.abs(score);
    if (magnitude < SAME) {
      return "the same";
    }
    return degree(magnitude, score < 0) + (score < 0 ? " worse" : " better");
  }

  private static String degree(double magnitude, boolean worse) {
    if (magnitude < SLIGHT) {
      return "slightly";
    }
    if (magnitude < CLEAR) {
      return "clearly";
    }
    if (magnitude < MUCH) {
      return "much";
    }
    return worse ? "severely" : "far";
  }
}
