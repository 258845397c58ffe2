package dev.pixelwatch.core;

/**
 * Two hues for the two directions, strength as opacity: orange where the processed frame has more
 * of a type, blue where it has less. The pair stays apart for colour-blind readers and on light and
 * dark ground.
 */
public final class MapPalette {
  private static final int MORE = 0xff6a13;
  private static final int LESS = 0x2e9bff;

  /** Intensity at which a colour is as opaque as it gets; real means seldom reach 1. */
  private static final double FULL_AT = 0.8;

  private static final double ROOT = 0.7;
  private static final double MOST_OPAQUE = 0.75;

  private MapPalette() {}

  /** Opaque RGB of a direction. */
  public static int hue(double intensity) {
    return intensity < 0 ? LESS : MORE;
  }

  /** Opacity in 0..1 of an intensity; the root lets weak ones be seen. */
  public static double opacity(double intensity) {
    return MOST_OPAQUE * Math.pow(Math.min(1, Math.abs(intensity) / FULL_AT), ROOT);
  }

  /** Transparent ARGB of an intensity. */
  public static int argb(double intensity) {
    return (int) Math.round(255 * opacity(intensity)) << 24 | hue(intensity);
  }

  /** An intensity drawn over a grey level of 0..255, as RGB. */
  public static int over(int grey, double intensity) {
    double opacity = opacity(intensity);
    int hue = hue(intensity);
    return mix(grey, hue >> 16 & 0xff, opacity) << 16
        | mix(grey, hue >> 8 & 0xff, opacity) << 8
        | mix(grey, hue & 0xff, opacity);
  }

  private static int mix(int below, int above, double opacity) {
    return (int) Math.round(below + opacity * (above - below));
  }
}
