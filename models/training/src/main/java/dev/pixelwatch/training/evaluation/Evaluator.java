package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.Assessment;
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
import dev.pixelwatch.training.Misregistration;
import dev.pixelwatch.training.Photographs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/** Measures a network on photographs that training never saw. */
public final class Evaluator {
  static final int CROP = 256;

  /** Least mean intensity, as the map says it, at which a pair counts as showing the distortion. */
  private static final double VISIBLE = 0.1;

  private static final int MOST_DRAWS = 20;

  /** Pixels by which a picture is moved against itself. */
  private static final List<Double> SHIFTS = List.of(0.25, 0.5, 1.0);

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
   * @param pairs for each type alone, four times as many for the mixed maps, and half as many for
   *     each severity of the {@link ScoreLadder} and each reference of {@link SlightBlur}
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
      progress.accept(0.9);
      int each = Math.max(1, pairs / 2);
      ScoreLadder ladder = ScoreLadder.measure(assessor, engine, photographs, each, seed + 105);
      progress.accept(0.95);
      List<SlightBlur> slightBlurs =
          SlightBlur.measure(assessor, engine, photographs, each, seed + 106);
      progress.accept(1);
      return new Evaluation(
          network.model().name(),
          network.model().sha256(),
          photographs.count(),
          rows,
          maps,
          both,
          ladder,
          slightBlurs,
          SHIFTS.stream().map(pixels -> shift(assessor, pixels, pairs)).toList(),
          antiSymmetryResidual(assessor, pairs),
          identicalResponse(assessor, pairs));
    }
  }

  /** One type over the whole of either frame. */
  private static Recipe alone(DistortionType type) {
    return new Recipe(List.of(type), List.of(0.0, 1.0), 0, 0, 0.5, 1, 0.2, 1);
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

  /** Draws until enough pairs show the distortion, or the photographs hardly ever can. */
  private Evaluation.SingleType singleType(Assessor assessor, DistortionType type, int pairs) {
    Recipe recipe = alone(type);
    SplittableRandom random = new SplittableRandom(seed + type.ordinal());
    SingleTypeTally tally = new SingleTypeTally(type);
    for (int i = 0; tally.pairs() < pairs && i < MOST_DRAWS * pairs; i++) {
      Triplet triplet = engine.generate(photographs.crop(CROP, random), recipe, random.nextLong());
      double truth = triplet.map().meanIntensity(type);
      if (Math.abs(truth) >= VISIBLE) {
        tally.add(
            assessor.assess(triplet.reference(), triplet.processed()), truth, triplet.score());
      }
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

  private Evaluation.Shift shift(Assessor assessor, double pixels, int pairs) {
    SplittableRandom random = new SplittableRandom(seed + 104);
    double[] responses = new double[DistortionType.COUNT];
    double points = 0;
    for (int i = 0; i < pairs; i++) {
      RgbImage clean = photographs.crop(CROP, random);
      Picture picture = Colour.toPicture(clean, ColourMatrix.BT709, ColourRange.LIMITED);
      Assessment answer = assessor.assess(picture, Misregistration.shift(picture, pixels, 0));
      for (DistortionType type : DistortionType.values()) {
        responses[type.ordinal()] += Math.abs(answer.map().meanIntensity(type)) / pairs;
      }
      points += Math.abs(answer.score()) / pairs;
    }
    DistortionType first =
        Arrays.stream(DistortionType.values())
            .max(Comparator.comparingDouble(type -> responses[type.ordinal()]))
            .orElseThrow();
    return new Evaluation.Shift(pixels, first.id(), responses[first.ordinal()], points);
  }

  /**
   * Pairs with three types under masks, as {@link #measure} draws them, and what the network says.
   */
  public List<Example> examples(int count) {
    SplittableRandom random = new SplittableRandom(seed + 101);
    List<Example> examples = new ArrayList<>();
    try (Assessor assessor = network.newAssessor()) {
      for (int i = 0; i < count; i++) {
        RgbImage clean = photographs.crop(CROP, random);
        Triplet triplet = engine.generate(clean, threeAtOnce(0), random.nextLong());
        examples.add(
            new Example(triplet, assessor.assess(triplet.reference(), triplet.processed()).map()));
      }
    }
    return examples;
  }

  /**
   * One pair.
   *
   * @param truth the pair and its true map
   * @param answer map of the network
   */
  public record Example(Triplet truth, DistortionMap answer) {}

  private double antiSymmetryResidual(Assessor assessor, int pairs) {
    SplittableRandom random = new SplittableRandom(seed + 102);
    double largest = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Triplet triplet =
          engine.generate(photographs.crop(CROP, random), threeAtOnce(1), random.nextLong());
      float[] forward = assessor.assess(triplet.reference(), triplet.processed()).map().values();
      float[] backward = assessor.assess(triplet.processed(), triplet.reference()).map().values();
      for (int i = 0; i < forward.length; i++) {
        largest = Math.max(largest, Math.abs((double) forward[i] + backward[i] - 1));
      }
    }
    return largest;
  }

  private double identicalResponse(Assessor assessor, int pairs) {
    SplittableRandom random = new SplittableRandom(seed + 103);
    double largest = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Picture picture =
          Colour.toPicture(photographs.crop(CROP, random), ColourMatrix.BT709, ColourRange.LIMITED);
      for (float value : assessor.assess(picture, picture).map().values()) {
        largest = Math.max(largest, Math.abs(value - 0.5));
      }
    }
    return largest;
  }
}
