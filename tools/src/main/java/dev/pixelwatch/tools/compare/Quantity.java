package dev.pixelwatch.tools.compare;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the 16 numbers that are compared: a distortion type, or the score.
 *
 * <p>What is worse: a lower score; more of a distortion; and for types with two sides (exposure,
 * contrast, saturation, warmth, tint) a larger distance from the reference, whatever the side.
 *
 * @param type empty for the score
 */
public record Quantity(Optional<DistortionType> type) {
  /** The relational score. */
  public static final Quantity SCORE = new Quantity(Optional.empty());

  private static final List<Quantity> ALL =
      Stream.concat(
              Arrays.stream(DistortionType.values()).map(Optional::of).map(Quantity::new),
              Stream.of(SCORE))
          .toList();

  /** All of them: the types in their order, then the score. */
  public static List<Quantity> all() {
    return ALL;
  }

  /** The quantity with this {@link #id()}. */
  public static Optional<Quantity> byId(String id) {
    return ALL.stream().filter(quantity -> quantity.id().equals(id)).findFirst();
  }

  /** The name used in files: {@code score}, or that of the type. */
  public String id() {
    return type.map(DistortionType::id).orElse("score");
  }

  /** The name as people write it, such as "chroma noise". */
  public String inWords() {
    return id().replace('_', ' ');
  }

  /** Whether it is the distance from the reference that counts. */
  public boolean isTwoSided() {
    return type.map(DistortionType::isTwoSided).orElse(false);
  }

  /** The value of a scored frame: a signed intensity in -1..1, or points. */
  public double of(FrameResult frame) {
    return type.map(frame::intensity).orElseGet(frame::score);
  }

  /** What of a value is compared: itself, or its distance from the reference. */
  double compared(double value) {
    return isTwoSided() ? Math.abs(value) : value;
  }

  /** A difference of what is compared as harm: above 0 for the worse. */
  double harm(double difference) {
    return type.isPresent() ? difference : -difference;
  }
}
