package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionType;
import java.util.List;

/**
 * How training pairs are drawn. All probabilities lie in 0..1.
 *
 * @param types the types to draw from, each at most once per frame
 * @param countWeights relative weight of putting 0, 1, 2 ... types on the processed frame; with 0
 *     the pair is identical, or differs by rounding noise that nobody sees
 * @param sharedProbability how often both frames share a distortion from before the stage, which
 *     the map must not report
 * @param referenceProbability how often the reference carries distortions of its own
 * @param swapProbability how often the two frames change places
 * @param wholeFrameProbability how often a type covers the whole frame instead of a Perlin mask
 * @param minSeverity least severity drawn, above 0
 * @param maxSeverity greatest severity drawn, at most {@link #STRONGEST}
 */
public record Recipe(
    List<DistortionType> types,
    List<Double> countWeights,
    double sharedProbability,
    double referenceProbability,
    double swapProbability,
    double wholeFrameProbability,
    double minSeverity,
    double maxSeverity) {
  /** A severity that nobody would ship: a map calls it 1, a score must still rank it. */
  public static final double STRONGEST = 4;

  /** Types whose {@link Severity} goes on beyond 1: what sensors, lenses and codecs do at worst. */
  private static final List<DistortionType> UNBOUNDED =
      List.of(
          DistortionType.NOISE,
          DistortionType.CHROMA_NOISE,
          DistortionType.BLUR,
          DistortionType.BLOCKING);

  private static final List<DistortionType> OF_CAMERAS =
      List.of(
          DistortionType.NOISE,
          DistortionType.CHROMA_NOISE,
          DistortionType.OVERSHARPENING,
          DistortionType.BLOCKING);

  /**
   * @throws IllegalArgumentException if there is nothing to draw from or a number is out of range
   */
  public Recipe {
    types = List.copyOf(types);
    countWeights = List.copyOf(countWeights);
    if (types.isEmpty() || types.stream().distinct().count() != types.size()) {
      throw new IllegalArgumentException("a recipe needs types, each once, not " + types);
    }
    double total = countWeights.stream().mapToDouble(w -> w).sum();
    if (!(total > 0) || countWeights.stream().anyMatch(w -> !(w >= 0))) {
      throw new IllegalArgumentException(
          "the weights of the number of types must not be negative, nor all 0: " + countWeights);
    }
    share("sharedProbability", sharedProbability);
    share("referenceProbability", referenceProbability);
    share("swapProbability", swapProbability);
    share("wholeFrameProbability", wholeFrameProbability);
    if (!(0 < minSeverity && minSeverity <= maxSeverity && maxSeverity <= STRONGEST)) {
      throw new IllegalArgumentException(
          "severities must lie in 0..%.0f, not %s to %s"
              .formatted(STRONGEST, minSeverity, maxSeverity));
    }
  }

  /**
   * All types, mostly 1 to 3 and up to 5 at once, severities 0.05 to 1, a little more often over
   * the whole frame than under a mask: people judge whole frames. 5 pairs of 100 are identical, the
   * reference has distortions of its own in 30 and shared ones in 85: real pictures come from
   * cameras.
   */
  public static Recipe defaults() {
    return new Recipe(
        List.of(DistortionType.values()),
        List.of(0.05, 0.40, 0.28, 0.17, 0.06, 0.04),
        0.85,
        0.30,
        0.25,
        0.55,
        0.05,
        1.0);
  }

  /** The same with every distortion over the whole frame. */
  public Recipe withoutMasks() {
    return with(1, minSeverity, maxSeverity);
  }

  /** The same at a third of the severity: what is just visible must be told apart as well. */
  public Recipe faint() {
    double severity = maxSeverity / 3;
    return with(wholeFrameProbability, Math.min(minSeverity, severity), severity);
  }

  private Recipe with(double newWholeFrameProbability, double newMin, double newMax) {
    return new Recipe(
        types,
        countWeights,
        sharedProbability,
        referenceProbability,
        swapProbability,
        newWholeFrameProbability,
        newMin,
        newMax);
  }

  /**
   * Up to the strongest severity there is, which is for the score alone, of types that know one:
   * more often one type than several, over the whole frame and beside a reference without
   * distortions of its own, so that types are ranked against each other.
   */
  public Recipe strong() {
    return new Recipe(
        only(UNBOUNDED),
        List.of(0.0, 0.65, 0.25, 0.10),
        sharedProbability / 2,
        referenceProbability / 3,
        swapProbability,
        Math.max(0.7, wholeFrameProbability),
        minSeverity,
        STRONGEST);
  }

  /**
   * Several types at once, nearly all under masks, which is what a map is for and what is hardest
   * to tell: two to four that overlap, on either frame, at least half of them on clean photographs.
   */
  public Recipe several() {
    return new Recipe(
        types,
        List.of(0.0, 0.0, 0.25, 0.55, 0.20),
        Math.min(0.5, sharedProbability),
        Math.max(0.4, referenceProbability),
        swapProbability,
        wholeFrameProbability < 1 ? Math.min(0.15, wholeFrameProbability) : 1,
        minSeverity,
        maxSeverity);
  }

  /**
   * What a camera leaves on every picture that it delivers, both frames of a pair: some grain,
   * sharpening and coding. Where nearly all pictures that a network sees are free of them, it takes
   * a softened picture for one from before the sharpening, and calls it the better one.
   */
  Recipe ofCamera() {
    return new Recipe(only(OF_CAMERAS), List.of(0.0, 0.4, 0.35, 0.25), 0, 0, 0, 1, 0.03, 0.35);
  }

  /**
   * What else both frames went through before the stage: another lens, another stage, mostly on the
   * whole frame.
   */
  Recipe ofSource() {
    return new Recipe(
        types,
        List.of(0.4, 0.25, 0.2, 0.15),
        0,
        0,
        0,
        Math.max(0.8, wholeFrameProbability),
        minSeverity,
        Math.max(minSeverity, 0.7 * Math.min(1, maxSeverity)));
  }

  /** The types that are among these; all if there is none. */
  private List<DistortionType> only(List<DistortionType> some) {
    List<DistortionType> left = types.stream().filter(some::contains).toList();
    return left.isEmpty() ? types : left;
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must lie in 0..1, not " + value);
    }
  }
}
