package dev.pixelwatch.tools.compare;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The frames that both builds have, paired by their numbers.
 *
 * @param pairs in rising order
 * @param onlyInA number of scored frames that B lacks
 * @param onlyInB number of scored frames that A lacks
 */
public record CommonFrames(List<Pair> pairs, int onlyInA, int onlyInB) {
  /**
   * One frame of the reference as both builds made it.
   *
   * @param a what was found for build A
   * @param b what was found for build B
   */
  public record Pair(FrameResult a, FrameResult b) {
    /** The frame number that both have. */
    public long number() {
      return a.frame();
    }
  }

  public CommonFrames {
    pairs = List.copyOf(pairs);
  }

  /**
   * Pairs the frames of two builds.
   *
   * @throws UserError if there is no frame that both have
   */
  public static CommonFrames of(ScoredBuild a, ScoredBuild b) {
    Map<Long, FrameResult> ofB =
        b.frames().stream().collect(Collectors.toMap(FrameResult::frame, Function.identity()));
    List<Pair> pairs = new ArrayList<>();
    for (FrameResult frame : a.frames()) {
      FrameResult partner = ofB.get(frame.frame());
      if (partner != null) {
        pairs.add(new Pair(frame, partner));
      }
    }
    if (pairs.isEmpty()) {
      throw new UserError(
          "%s and %s have no frame in common: %s and %s"
              .formatted(a.name(), b.name(), range(a.frames()), range(b.frames())),
          "Compare builds that were run over the same frames of one reference.");
    }
    return new CommonFrames(
        pairs, a.frames().size() - pairs.size(), b.frames().size() - pairs.size());
  }

  public int count() {
    return pairs.size();
  }

  /** Lowest frame number. */
  public long first() {
    return pairs.get(0).number();
  }

  /** Highest frame number. */
  public long last() {
    return pairs.get(pairs.size() - 1).number();
  }

  /** What of a quantity is compared, B minus A, frame by frame. */
  double[] differences(Quantity quantity) {
    return pairs.stream()
        .mapToDouble(
            pair ->
                quantity.compared(quantity.of(pair.b())) - quantity.compared(quantity.of(pair.a())))
        .toArray();
  }

  /** B minus A with its sign, frame by frame. */
  double[] signedDifferences(Quantity quantity) {
    return pairs.stream()
        .mapToDouble(pair -> quantity.of(pair.b()) - quantity.of(pair.a()))
        .toArray();
  }

  private static String range(List<FrameResult> frames) {
    return frames.isEmpty()
        ? "no frame"
        : "frames %d to %d".formatted(frames.get(0).frame(), frames.get(frames.size() - 1).frame());
  }
}
