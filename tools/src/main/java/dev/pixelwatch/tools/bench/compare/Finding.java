package dev.pixelwatch.tools.bench.compare;

import dev.pixelwatch.core.DistortionType;
import java.util.List;

/**
 * What {@code compare} said of two builds that differ by one parameter.
 *
 * @param change name of the parameter
 * @param type the type that it changes
 * @param before its value in build A
 * @param after its value in build B
 * @param difference found in the type
 * @param score difference of the score in points
 * @param worse types that were called worse, the strongest first, side effects apart
 * @param better types that were called better, as worse
 * @param sideEffects types that were named and are much weaker
 */
public record Finding(
    String change,
    DistortionType type,
    double before,
    double after,
    double difference,
    double score,
    List<String> worse,
    List<String> better,
    List<String> sideEffects) {

  /** Whether the type was called worse. */
  public boolean isFound() {
    return worse.contains(type.id());
  }

  /** Whether it was, and no other type. */
  public boolean isFoundAlone() {
    return worse.equals(List.of(type.id()));
  }
}
