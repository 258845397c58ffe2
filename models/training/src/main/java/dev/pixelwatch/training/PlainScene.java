package dev.pixelwatch.training;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/**
 * Turns some photographs into what cameras on duty see and nobody takes a picture of: a road, a
 * wall, fog. Their light varies little, and hardly in colour; where a network knows only
 * photographs that somebody chose to keep, it takes weak texture for blurred texture, and grey that
 * turned warm for more saturation.
 */
final class PlainScene {
  /** Share of the photographs that are turned. */
  private static final double SHARE = 0.25;

  /** Least contrast that is left. */
  private static final double LEAST_CONTRAST = 0.05;

  /** Levels that the whole may move towards, 0 black and 1 white. */
  private static final double DARKEST = 0.1;

  private static final double BRIGHTEST = 0.9;

  /** How far red and blue of that level may lie from its green. */
  private static final double COLOURED = 0.04;

  private PlainScene() {}

  /** This photograph, or now and then one with little contrast and little colour. */
  static RgbImage sometimes(RgbImage photograph, SplittableRandom random) {
    return random.nextDouble() < SHARE ? of(photograph, random) : photograph;
  }

  /** A blend of the photograph, with some of its colour, and one level everywhere. */
  static RgbImage of(RgbImage photograph, SplittableRandom random) {
    double draw = random.nextDouble();
    float contrast = (float) (LEAST_CONTRAST + (1 - LEAST_CONTRAST) * draw * draw);
    float colour = (float) random.nextDouble();
    double level = random.nextDouble(DARKEST, BRIGHTEST);
    float red = (float) (level + random.nextDouble(-COLOURED, COLOURED));
    float blue = (float) (level + random.nextDouble(-COLOURED, COLOURED));
    RgbImage plain = new RgbImage(photograph.width(), photograph.height());
    for (int i = 0; i < plain.red().length; i++) {
      float grey = photograph.green()[i];
      plain.red()[i] = blend(red, grey + colour * (photograph.red()[i] - grey), contrast);
      plain.green()[i] = blend((float) level, grey, contrast);
      plain.blue()[i] = blend(blue, grey + colour * (photograph.blue()[i] - grey), contrast);
    }
    return plain;
  }

  private static float blend(float level, float value, float contrast) {
    return level + contrast * (value - level);
  }
}
