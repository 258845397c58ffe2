package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.core.distortion.Triplet;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.training.Photographs;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/** Measures a network on photographs that training never saw. */
public final class Evaluator {
  private static final int CROP = 256;
  private static final double[] SEVERITIES = {0.25, 0.5, 0.75, 1};

  private final DistortionNetwork network;
  private final DistortionEngine engine;
  private final Photographs photographs;
  private final long seed;

  public Evaluator(
      DistortionNetwork network, DistortionEngine engine, Photographs photographs, long seed) {
    this.network = network;
    this.engine = engine;
    this.photographs = photographs;
    this.seed = seed;
  }

  /** Smallest side in pixels of a photograph that can be measured on. */
  public static int smallestPhotograph() {
    return CROP;
  }

  /**
   * Measures everything.
   *
   * @param pairs for each type alone, and four times as many for the mixed maps
   * @param progress told the share done, 0..1
   */
  public Evaluation measure(int pairs, DoubleConsumer progress) {
    try (Assessor assessor = network.newAssessor()) {
      List<Evaluation.SingleType> rows = new ArrayList<>();
      for (DistortionType type : DistortionType.values()) {
        rows.add(singleType(assessor, type, pairs));
        progress.accept(0.6 * rows.size() / DistortionType.COUNT);
      }
      Evaluation.Maps maps = mixed(assessor, threeAtOnce(0), 4 * pairs);
      progress.accept(0.8);
      Evaluation.Maps both = mixed(assessor, threeAtOnce(1), 4 * pairs);
      progress.accept(1);
      return new Evaluation(
          network.model().name(),
          network.model().sha256(),
          photographs.count(),
          rows,
          maps,
          both,
          antiSymmetryResidual(assessor),
          identicalResponse(assessor));
    }
  }

  /** Three types under masks, clearly visible; the reference is distorted with this probability. */
  private static Recipe threeAtOnce(double referenceProbability) {
    return new Recipe(
        List.of(DistortionType.values()),
        List.of(0.0, 0.0, 0.0, 1.0),
        0,
        referenceProbability,
        0,
        0.1,
        0.2,
        1);
  }

  private Evaluation.SingleType singleType(Assessor assessor, DistortionType type, int pairs) {
    SplittableRandom random = new SplittableRandom(seed + type.ordinal());
    SingleTypeTally tally = new SingleTypeTally(type);
    for (int i = 0; i < pairs; i++) {
      RgbImage clean = photographs.crop(CROP, random);
      double severity = SEVERITIES[i % SEVERITIES.length];
      boolean removed = random.nextBoolean();
      boolean signed = type.compareTo(DistortionType.EXPOSURE) >= 0;
      Picture reference = Colour.toPicture(clean, ColourMatrix.BT709, ColourRange.LIMITED);
      Picture distorted =
          engine.apply(clean, type, signed && removed ? -severity : severity, random.nextLong());
      // A distortion without a sign is removed by handing the pair over the other way round.
      boolean swap = !signed && removed;
      DistortionMap answer =
          swap
              ? assessor.assess(distorted, reference).map()
              : assessor.assess(reference, distorted).map();
      tally.add(answer, removed ? -severity : severity);
    }
    return tally.result();
  }

  private Evaluation.Maps mixed(Assessor assessor, Recipe recipe, int pairs) {
    SplittableRandom random = new SplittableRandom(seed + 101);
    MapTally tally = new MapTally();
    for (int i = 0; i < pairs; i++) {
      Triplet triplet = engine.generate(photographs.crop(CROP, random), recipe, random.nextLong());
      tally.add(assessor.assess(triplet.reference(), triplet.processed()).map(), triplet.map());
    }
    return tally.result();
  }

  private double antiSymmetryResidual(Assessor assessor) {
    SplittableRandom random = new SplittableRandom(seed + 102);
    Triplet triplet =
        engine.generate(photographs.crop(CROP, random), threeAtOnce(1), random.nextLong());
    float[] forward = assessor.assess(triplet.reference(), triplet.processed()).map().values();
    float[] backward = assessor.assess(triplet.processed(), triplet.reference()).map().values();
    double largest = 0;
    for (int i = 0; i < forward.length; i++) {
      largest = Math.max(largest, Math.abs((double) forward[i] + backward[i] - 1));
    }
    return largest;
  }

  private double identicalResponse(Assessor assessor) {
    RgbImage clean = photographs.crop(CROP, new SplittableRandom(seed + 103));
    Picture picture = Colour.toPicture(clean, ColourMatrix.BT709, ColourRange.LIMITED);
    double largest = 0;
    for (float value : assessor.assess(picture, picture).map().values()) {
      largest = Math.max(largest, Math.abs(value - 0.5));
    }
    return largest;
  }
}
