package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.Quality;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.training.Photographs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What a slight blur costs where the reference is no clean photograph but noisy, soft, sharpened,
 * flat or coded: a network that sees only both pictures must guess which of them came first.
 *
 * @param reference what was done to the reference, "as it is" for nothing
 * @param points that the network takes off, mean over the pairs
 * @param truePoints the same by MDSI
 * @param deviation root mean square of the differences between both, in points
 */
public record SlightBlur(String reference, double points, double truePoints, double deviation) {
  static final double SEVERITY = 0.2;

  /** Types and severities as cameras deliver their pictures; 0 leaves the photograph as it is. */
  private static final List<Map.Entry<DistortionType, Double>> REFERENCES =
      List.of(
          Map.entry(DistortionType.BLUR, 0.0),
          Map.entry(DistortionType.NOISE, 0.15),
          Map.entry(DistortionType.BLUR, 0.3),
          Map.entry(DistortionType.OVERSHARPENING, 0.3),
          Map.entry(DistortionType.CONTRAST, -0.5),
          Map.entry(DistortionType.BLOCKING, 0.15));

  /** The same crops and the same blurs of them for each reference. */
  static List<SlightBlur> measure(
      Assessor assessor, DistortionEngine engine, Photographs photographs, int pairs, long seed) {
    List<SlightBlur> rows = new ArrayList<>();
    for (Map.Entry<DistortionType, Double> reference : REFERENCES) {
      SplittableRandom random = new SplittableRandom(seed);
      double points = 0;
      double truePoints = 0;
      double squares = 0;
      for (int i = 0; i < pairs; i++) {
        RgbImage clean = photographs.crop(Evaluator.CROP, random);
        Picture before =
            engine.apply(clean, reference.getKey(), reference.getValue(), random.nextLong());
        Picture after =
            engine.apply(Colour.toRgb(before), DistortionType.BLUR, SEVERITY, random.nextLong());
        double lost = -assessor.assess(before, after).score();
        double truth = -Quality.points(before, after);
        points += lost / pairs;
        truePoints += truth / pairs;
        squares += (lost - truth) * (lost - truth) / pairs;
      }
      rows.add(new SlightBlur(name(reference), points, truePoints, Math.sqrt(squares)));
    }
    return List.copyOf(rows);
  }

  private static String name(Map.Entry<DistortionType, Double> reference) {
    return reference.getValue() == 0
        ? "as it is"
        : "%s %s".formatted(reference.getKey().id(), reference.getValue());
  }
}
