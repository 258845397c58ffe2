package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** What goes wrong before the sensor, on linear light. */
final class Optics {
  private Optics() {}

  static RgbImage gaussianBlur(RgbImage image, double sigma, SplittableRandom random) {
    RgbImage light = LightTables.linear(image);
    return LightTables.encoded(
        each(light, plane -> Filters.gaussian(plane, light.width(), light.height(), sigma)));
  }

  static RgbImage defocus(RgbImage image, double radius, SplittableRandom random) {
    return through(image, PointSpread.disc(radius));
  }

  static RgbImage motionBlur(RgbImage image, double length, SplittableRandom random) {
    return through(image, PointSpread.line(length, Math.PI * random.nextDouble()));
  }

  private static RgbImage through(RgbImage image, PointSpread spread) {
    RgbImage light = LightTables.linear(image);
    return LightTables.encoded(
        each(light, plane -> spread.convolve(plane, light.width(), light.height())));
  }

  private static RgbImage each(RgbImage image, UnaryOperator<float[]> planeByPlane) {
    return new RgbImage(
        image.width(),
        image.height(),
        planeByPlane.apply(image.red()),
        planeByPlane.apply(image.green()),
        planeByPlane.apply(image.blue()));
  }
}
