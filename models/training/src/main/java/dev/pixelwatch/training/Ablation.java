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
  /** Anti-symmetry is asked for by a loss instead of built in. */
  CONSTRUCTION,
  /** Anti-symmetry is neither built in nor asked for. */
  ANTI_SYMMETRY,
  /** Every distortion covers the whole frame. */
  MASKS,
  /** Severities are proportional to the parameters. */
  CALIBRATION,
  /** Nothing draws the embeddings of one distortion together. */
  CONTRASTIVE,
  /** Noise is white and Gaussian. */
  SENSOR_NOISE;

  /** The name used in options and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The part with this {@link #id()}, case ignored. */
  public static Optional<Ablation> byId(String id) {
    return Arrays.stream(values()).filter(part -> part.id().equalsIgnoreCase(id)).findFirst();
  }

  /** What the distortion engine leaves out. */
  public Set<Simplification> simplifications() {
    return switch (this) {
      case CALIBRATION -> Set.of(Simplification.LINEAR_SEVERITY);
      case SENSOR_NOISE -> Set.of(Simplification.PLAIN_NOISE);
      default -> Set.of();
    };
  }

  /** How pairs are drawn without this. */
  public Recipe recipe(Recipe whole) {
    return this == MASKS ? whole.withoutMasks() : whole;
  }

  AntiSymmetry antiSymmetry() {
    return switch (this) {
      case CONSTRUCTION -> AntiSymmetry.BY_LOSS;
      case ANTI_SYMMETRY -> AntiSymmetry.NONE;
      default -> AntiSymmetry.BY_CONSTRUCTION;
    };
  }
}
