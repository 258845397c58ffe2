package dev.pixelwatch.tools.compare;

import dev.pixelwatch.core.DistortionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A frame that shows well what differs.
 *
 * @param pair what was found for it
 * @param type the type to look at
 * @param why why it is shown, such as "largest difference in blocking"
 */
public record DifferingFrame(CommonFrames.Pair pair, DistortionType type, List<String> why) {
  private static final int MOST = 4;

  public DifferingFrame {
    why = List.copyOf(why);
  }

  public long number() {
    return pair.number();
  }

  /**
   * The frame in which the score differs most, and for each decided type that in which it does;
   * none if all frames are the same.
   */
  public static List<DifferingFrame> of(Comparison comparison) {
    Map<Long, DifferingFrame> frames = new LinkedHashMap<>();
    add(frames, comparison, Quantity.SCORE);
    List<QuantityDifference> decided = new ArrayList<>(comparison.with(Verdict.WORSE));
    decided.addAll(comparison.with(Verdict.BETTER));
    decided.stream()
        .map(QuantityDifference::quantity)
        .filter(quantity -> quantity.type().isPresent())
        .limit(MOST)
        .forEach(quantity -> add(frames, comparison, quantity));
    return List.copyOf(frames.values());
  }

  private static void add(
      Map<Long, DifferingFrame> frames, Comparison comparison, Quantity quantity) {
    Optional<CommonFrames.Pair> most =
        comparison.frames().pairs().stream()
            .max(Comparator.comparingDouble(pair -> Math.abs(difference(pair, quantity))))
            .filter(pair -> difference(pair, quantity) != 0);
    most.ifPresent(
        pair ->
            frames.merge(
                pair.number(),
                new DifferingFrame(
                    pair,
                    quantity.type().orElseGet(() -> strongest(pair)),
                    List.of("largest difference in " + quantity.inWords())),
                DifferingFrame::joined));
  }

  /** A type that was decided is better to look at than one that is merely strong in the frame. */
  private static DifferingFrame joined(DifferingFrame before, DifferingFrame more) {
    List<String> why = new ArrayList<>(before.why());
    why.addAll(more.why());
    return new DifferingFrame(
        before.pair(), before.why().size() == 1 ? more.type() : before.type(), why);
  }

  private static double difference(CommonFrames.Pair pair, Quantity quantity) {
    return quantity.of(pair.b()) - quantity.of(pair.a());
  }

  private static DistortionType strongest(CommonFrames.Pair pair) {
    return Quantity.all().stream()
        .filter(quantity -> quantity.type().isPresent())
        .max(Comparator.comparingDouble(quantity -> Math.abs(difference(pair, quantity))))
        .flatMap(Quantity::type)
        .orElseThrow();
  }
}
