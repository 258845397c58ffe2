package dev.pixelwatch.tools.score;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The distortions that tell two images apart. */
public final class TopType {
  /** Mean intensity below which two images count as indistinguishable. */
  static final double LEAST_INTENSITY = 0.05;

  private TopType() {}

  /** The type of largest mean intensity, or none when the images are indistinguishable. */
  public static Optional<DistortionType> of(DistortionMap map) {
    return Optional.of(map.strongest()).filter(type -> canBeSeen(map, type));
  }

  /** All types that can be seen, strongest first. */
  public static List<DistortionType> allOf(DistortionMap map) {
    Comparator<DistortionType> byStrength =
        Comparator.comparingDouble(type -> Math.abs(map.meanIntensity(type)));
    return Stream.of(DistortionType.values())
        .filter(type -> canBeSeen(map, type))
        .sorted(byStrength.reversed())
        .toList();
  }

  private static boolean canBeSeen(DistortionMap map, DistortionType type) {
    return Math.abs(map.meanIntensity(type)) >= LEAST_INTENSITY;
  }
}
