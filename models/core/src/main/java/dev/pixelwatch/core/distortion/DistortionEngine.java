package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes pairs of pictures with a known map from clean photographs. Safe for use by several threads
 * if its codecs are; the same input gives the same output.
 *
 * <p>Each type of a frame has a severity s and a mask w. The whole frame is distorted at s and
 * blended with the undistorted one by w, pixel by pixel. Severity is defined by the visible
 * difference, and the blend scales the difference by w, so the intensity of a pixel is w s; a cell
 * of the map holds the mean, less where {@link Visibility} finds that there was nothing to distort.
 * The map is 0.5 + 0.5 (intensity in the processed frame - intensity in the reference).
 */
public final class DistortionEngine {
  private final List<Variant<RgbEffect>> rgb;
  private final List<Codec> codecs;
  private final boolean linear;

  /**
   * @param codecs what blocking is made with; one of them at least takes every size
   * @throws IllegalArgumentException if there is none
   */
  public DistortionEngine(List<Codec> codecs) {
    this(codecs, Set.of());
  }

  /** An engine that leaves something out. */
  public DistortionEngine(List<Codec> codecs, Set<Simplification> simplifications) {
    if (codecs.isEmpty()) {
      throw new IllegalArgumentException("blocking needs at least one codec");
    }
    rgb =
        simplifications.contains(Simplification.WHITE_NOISE)
            ? Variants.rgbWithWhiteNoise()
            : Variants.rgb();
    this.codecs = List.copyOf(codecs);
    linear = simplifications.contains(Simplification.LINEAR_SEVERITY);
  }

  /** One training pair from a clean photograph. */
  public Triplet generate(RgbImage clean, Recipe recipe, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Frame base = Frame.clean(clean);
    if (random.nextDouble() < recipe.sharedProbability()) {
      base = distort(base, Step.draw(recipe.ofCamera(), clean, true, random)).asInput();
      base = distort(base, Step.draw(recipe.ofSource(), clean, false, random)).asInput();
    }
    boolean ownReference = random.nextDouble() < recipe.referenceProbability();
    List<Step> steps = Step.draw(recipe, clean, false, random);
    Frame processed = distort(base, steps);
    Frame reference =
        ownReference
            ? distort(base, Step.draw(recipe, clean, true, random))
            : distort(base, List.of());
    Picture seen = processed.picture();
    if (steps.isEmpty() && random.nextBoolean()) {
      seen = RoundingNoise.add(seen, random);
    }
    DistortionMap map = processed.intensities().relativeTo(reference.intensities());
    double score = Quality.points(base, processed) - Quality.points(base, reference);
    Triplet triplet = new Triplet(reference.picture(), seen, map, score);
    return random.nextDouble() < recipe.swapProbability() ? triplet.swapped() : triplet;
  }

  /**
   * One type over the whole frame.
   *
   * @param signedSeverity -1..1; 0 gives the clean picture. Below 0 only for exposure, contrast,
   *     saturation, warmth and tint: a clean photograph has no noise to take away.
   * @throws IllegalArgumentException if the severity is out of range for the type
   */
  public Picture apply(RgbImage clean, DistortionType type, double signedSeverity, long seed) {
    double least = type.isTwoSided() ? -1 : 0;
    if (!(signedSeverity >= least && signedSeverity <= 1)) {
      throw new IllegalArgumentException(
          "the severity of %s must lie in %.0f..1, not %s"
              .formatted(type.id(), least, signedSeverity));
    }
    Frame frame = Frame.clean(clean);
    if (signedSeverity == 0) {
      return distort(frame, List.of()).picture();
    }
    Mask whole = Mask.whole(clean.width(), clean.height());
    Step step = new Step(type, signedSeverity, whole, new SplittableRandom(seed));
    return distort(frame, List.of(step)).picture();
  }

  /**
   * One more generation of a codec, as at the end of every capture.
   *
   * @param severity 0..1
   * @param seed the same seed gives the same codec
   */
  public Picture encode(Picture signal, double severity, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Variant<PictureEffect> codec =
        Variant.draw(variantsOn(signal), DistortionType.BLOCKING, random);
    return codec.effect().apply(signal, parameter(codec, severity), random);
  }

  private double parameter(Variant<?> variant, double severity) {
    Severity curve = variant.curve();
    return linear ? curve.linearParameter(severity) : curve.parameter(severity);
  }

  /** The frame after these steps, which are taken in the order in which light meets them. */
  Frame distort(Frame start, List<Step> steps) {
    List<Step> left = new ArrayList<>(steps);
    left.sort(Comparator.comparingInt(step -> position(step.type())));
    RgbImage image = start.image();
    Intensities present = start.intensities().copy();
    for (Step step : left) {
      if (!onPicture(step.type())) {
        Variant<RgbEffect> variant = Variant.draw(rgb, step.type(), step.random());
        double parameter = parameter(variant, step.severity());
        RgbImage full = variant.effect().apply(image, parameter, step.random());
        Notes.of(present, step, image, full);
        image = step.mask().blend(image, full);
      }
    }
    Picture signal = Colour.toPicture(image, ColourMatrix.BT709, ColourRange.LIMITED);
    List<Variant<PictureEffect>> picture = variantsOn(signal);
    for (Step step : left) {
      if (onPicture(step.type())) {
        Variant<PictureEffect> variant = Variant.draw(picture, step.type(), step.random());
        double parameter = parameter(variant, step.severity());
        Picture full = variant.effect().apply(signal, parameter, step.random());
        Mask mask = step.mask();
        if (step.type() == DistortionType.CORRUPTION) {
          // What is lost is lost wholly: severity says how much of the frame, the change how bad.
          mask = mask.byCell();
          Notes.ofLoss(present, mask, signal, full);
        } else {
          Notes.ofCodec(present, step, signal, full);
        }
        signal = mask.blend(signal, full);
      }
    }
    return new Frame(image, signal, present);
  }

  private int position(DistortionType type) {
    for (int i = 0; i < rgb.size(); i++) {
      if (rgb.get(i).type() == type) {
        return i;
      }
    }
    return rgb.size() + type.ordinal();
  }

  /** All variants, those on R'G'B' as they act on pictures. */
  List<Variant<PictureEffect>> variants() {
    List<Variant<PictureEffect>> all = new ArrayList<>();
    for (Variant<RgbEffect> v : rgb) {
      PictureEffect effect =
          (before, parameter, random) ->
              Colour.toPicture(
                  v.effect().apply(Frame.clipped(Colour.toRgb(before)), parameter, random),
                  before.matrix(),
                  before.range());
      all.add(new Variant<>(v.type(), v.name(), v.weight(), v.curve(), effect));
    }
    all.addAll(Variants.picture(codecs));
    return all;
  }

  /** A codec that does not take a picture of this size is not drawn. */
  private List<Variant<PictureEffect>> variantsOn(Picture signal) {
    return Variants.picture(
        codecs.stream().filter(c -> c.takes(signal.width(), signal.height())).toList());
  }

  private static boolean onPicture(DistortionType type) {
    return type == DistortionType.BLOCKING || type == DistortionType.CORRUPTION;
  }
}
