package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.metric.FullReferenceMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * How bad each variant looks at each severity, by two established measures that see colour and
 * agree with people across types: MDSI (Ziaei Nafchi et al. 2016) and HaarPSI (Reisenhofer et al.
 * 2018). The scale is Gaussian blur: a severity of 0.4 should look as bad as a blur of 0.4,
 * whatever the type.
 */
public final class SeverityCurves {
  private static final int STEPS = 10;

  /** Blur is measured further, to have something to compare the worst with. */
  private static final int LADDER_STEPS = 3 * STEPS;

  private static final String LADDER = "blur_gaussian";

  /**
   * One point of a curve, means over the photographs.
   *
   * @param variant such as {@code noise_bayer}
   * @param severity 0.1 to 1
   * @param parameter of the variant at this severity, in its own unit
   * @param mdsi 0 for identical, greater is worse
   * @param haarPsi 1 for identical, less is worse
   * @param asBlur severity of the Gaussian blur that looks as bad, mean of both measures; at most 3
   */
  public record Point(
      DistortionType type,
      String variant,
      double severity,
      double parameter,
      double mdsi,
      double haarPsi,
      double asBlur) {}

  private final List<Picture> photographs;
  private final long seed;

  private SeverityCurves(List<RgbImage> photographs, long seed) {
    this.photographs =
        photographs.stream()
            .map(p -> Colour.toPicture(p, ColourMatrix.BT709, ColourRange.LIMITED))
            .toList();
    this.seed = seed;
  }

  /**
   * Measures every variant of the engine.
   *
   * @param photographs clean, all sides even; about 512 pixels, since the measures look at a whole
   * @param progress told the share done, 0..1
   */
  public static List<Point> measure(
      DistortionEngine engine, List<RgbImage> photographs, long seed, DoubleConsumer progress) {
    SeverityCurves curves = new SeverityCurves(photographs, seed);
    List<Variant<PictureEffect>> variants = engine.variants();
    Variant<PictureEffect> blur =
        variants.stream().filter(v -> v.name().equals(LADDER)).findFirst().orElseThrow();
    double[][] ladder = new double[LADDER_STEPS + 1][];
    for (int i = 0; i <= LADDER_STEPS; i++) {
      ladder[i] = i == 0 ? new double[] {0, 0} : curves.losses(blur, (double) i / STEPS);
    }
    List<Point> points = new ArrayList<>();
    for (int v = 0; v < variants.size(); v++) {
      for (int i = 1; i <= STEPS; i++) {
        points.add(curves.point(variants.get(v), (double) i / STEPS, ladder));
      }
      progress.accept((v + 1.0) / variants.size());
    }
    return points;
  }

  private Point point(Variant<PictureEffect> variant, double severity, double[][] ladder) {
    double[] losses = losses(variant, severity);
    double asBlur = (step(ladder, 0, losses[0]) + step(ladder, 1, losses[1])) / 2 / STEPS;
    double parameter = variant.curve().parameter(severity);
    return new Point(
        variant.type(), variant.name(), severity, parameter, losses[0], 1 - losses[1], asBlur);
  }

  /** Mean MDSI and mean 1 - HaarPSI; of both directions where a type has two. */
  private double[] losses(Variant<PictureEffect> variant, double severity) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] sums = new double[2];
    for (int i = 0; i < photographs.size(); i++) {
      Picture photograph = photographs.get(i);
      double sign = variant.type().isTwoSided() && i % 2 == 1 ? -1 : 1;
      double parameter = variant.curve().parameter(sign * severity);
      RgbImage before = Colour.toRgb(photograph);
      RgbImage after = Colour.toRgb(variant.effect().apply(photograph, parameter, random.split()));
      sums[0] += FullReferenceMetric.MDSI.of(before, after) / photographs.size();
      sums[1] += (1 - FullReferenceMetric.HAAR_PSI.of(before, after)) / photographs.size();
    }
    return sums;
  }

  /** Where a rising ladder reaches a value, in steps; the last step if it does not. */
  private static double step(double[][] ladder, int measure, double value) {
    for (int i = 1; i < ladder.length; i++) {
      double low = ladder[i - 1][measure];
      double high = ladder[i][measure];
      if (value <= high) {
        return i - 1 + (high > low ? Math.max(0, (value - low) / (high - low)) : 1);
      }
    }
    return ladder.length - 1;
  }
}
