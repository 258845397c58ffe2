package dev.pixelwatch.training;

import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.core.distortion.Simplification;
import dev.pixelwatch.training.network.AntiSymmetry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A part of the method that a run leaves out, to measure what it is worth. */
public enum Ablation {
  BUILT_IN_ANTI_SYMMETRY("a loss asks for anti-symmetry instead"),
  ANTI_SYMMETRY("neither built in nor asked for"),
  MASKS("every distortion covers the whole frame"),
  SEVERITY_CURVES("parameters are linear in severity"),
  CONTRASTIVE_LOSS("the score learns from ranks and errors alone"),
  SENSOR_NOISE("noise is white and Gaussian");

  private final String words;

  Ablation(String words) {
    this.words = words;
  }

  /** The name used in options and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is there instead, in words. */
  public String words() {
    return words;
  }

  /** The part with this {@link #id()}, case ignored. */
  public static Optional<Ablation> byId(String id) {
    return Arrays.stream(values()).filter(part -> part.id().equalsIgnoreCase(id)).findFirst();
  }

  /** What the distortion engine leaves out. */
  Set<Simplification> simplifications() {
    return switch (this) {
      case SEVERITY_CURVES -> Set.of(Simplification.LINEAR_SEVERITY);
      case SENSOR_NOISE -> Set.of(Simplification.WHITE_NOISE);
      default -> Set.of();
    };
  }

  /** How pairs are drawn without this. */
  Recipe recipe(Recipe whole) {
    return this == MASKS ? whole.withoutMasks() : whole;
  }

  AntiSymmetry antiSymmetry() {
    return switch (this) {
      case BUILT_IN_ANTI_SYMMETRY -> AntiSymmetry.BY_LOSS;
      case ANTI_SYMMETRY -> AntiSymmetry.NONE;
      default -> AntiSymmetry.BY_CONSTRUCTION;
    };
  }
}
