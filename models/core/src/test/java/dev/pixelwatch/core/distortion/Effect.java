package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/** Every effect on images, with the parameters of a weak and of the strongest distortion. */
enum Effect {
  GAUSSIAN_BLUR(Optics::gaussianBlur, 0.45, 2.4),
  DEFOCUS(Optics::defocus, 0.6, 4),
  MOTION_BLUR(Optics::motionBlur, 1.2, 11),
  LOWER_RESOLUTION(Resolution::lower, 1.2, 5),
  GHOST(Ghosting::blend, 0.05, 0.5),
  GHOST_EDGES(Ghosting::edges, 0.1, 1),
  INTERLACE(Ghosting::interlace, 0.4, 8),
  BRIGHTER(SensorGains::exposure, 0.1, 1.4),
  DARKER(SensorGains::exposure, -0.1, -1.4),
  WARMER(SensorGains::warmth, 0.1, 1),
  COOLER(SensorGains::warmth, -0.1, -1),
  MAGENTA(SensorGains::tint, 0.04, 0.4),
  GREENER(SensorGains::tint, -0.04, -0.4),
  SENSOR_NOISE(SensorNoise::luma, 0.004, 0.068),
  GRAIN(SensorNoise::grain, 0.004, 0.085),
  COLOUR_NOISE(SensorNoise::chroma, 0.007, 0.078),
  BLOTCHES(SensorNoise::blotches, 0.01, 0.08),
  NEAREST(Aliasing::nearest, 1.1, 2.8),
  LINE_SKIPPING(Aliasing::lineSkipping, 1.15, 3.4),
  ZIPPER(Aliasing::zipper, 0.4, 3.5),
  GUIDED(Smearing::guided, 0.008, 0.095),
  BILATERAL(Smearing::bilateral, 0.02, 0.8),
  NON_LOCAL(NonLocalMeans::smear, 0.01, 0.19),
  MEDIAN(Smearing::median, 0.3, 3),
  MORE_CONTRAST(Tone::linearContrast, 0.1, 0.8),
  LESS_CONTRAST(Tone::linearContrast, -0.1, -0.8),
  MORE_CURVED_CONTRAST(Tone::curvedContrast, 0.1, 1.1),
  LESS_CURVED_CONTRAST(Tone::curvedContrast, -0.1, -1.1),
  MORE_SATURATION(Tone::saturation, 0.1, 1),
  LESS_SATURATION(Tone::saturation, -0.1, -1),
  FINE_SHARPENING(Sharpening::fine, 0.2, 4.5),
  WIDE_SHARPENING(Sharpening::wide, 0.1, 2.2),
  CONTOURS(Banding::contours, 0.015, 0.14),
  BIT_DEPTH(Banding::bitDepth, 0.013, 0.16),
  DITHERED(Banding::dithered, 0.013, 0.2);

  private final RgbEffect effect;
  private final double weak;
  private final double strong;

  Effect(RgbEffect effect, double weak, double strong) {
    this.effect = effect;
    this.weak = weak;
    this.strong = strong;
  }

  /**
   * Distorts an image.
   *
   * @param strength 0 for the weak parameter, 1 for the strongest
   */
  RgbImage apply(RgbImage image, double strength, long seed) {
    return effect.apply(image, weak + strength * (strong - weak), new SplittableRandom(seed));
  }
}
