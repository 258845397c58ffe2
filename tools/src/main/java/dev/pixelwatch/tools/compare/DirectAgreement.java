package dev.pixelwatch.tools.compare;

import dev.pixelwatch.tools.compare.statistics.MeanEstimates;
import dev.pixelwatch.tools.compare.statistics.MeanEstimates.Interval;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * B beside A itself, without the reference, and whether that says the same as the difference of
 * their two comparisons with the reference. All values carry their sign: above 0 B has more.
 *
 * @param rows one for each quantity, in their order
 */
public record DirectAgreement(List<Row> rows) {
  /** How the two ways go together. */
  public enum Agreement {
    /** Both see the same direction, or both nothing that matters. */
    AGREE("agree"),
    /** Only the direct way sees a difference that matters. */
    ONLY_DIRECT("only seen directly"),
    /** Only the way by the reference does. */
    ONLY_BY_REFERENCE("only seen by the reference"),
    /** They see opposite directions. */
    CONTRADICT("contradict");

    private final String words;

    Agreement(String words) {
      this.words = words;
    }

    /** The name used in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    public String inWords() {
      return words;
    }
  }

  /**
   * One quantity both ways.
   *
   * @param direct B with A as its reference
   * @param byReference B minus A, each with the reference
   */
  public record Row(
      Quantity quantity, Interval direct, Interval byReference, Agreement agreement) {}

  public DirectAgreement {
    rows = List.copyOf(rows);
  }

  /**
   * Compares the two ways.
   *
   * @param direct scored frames of B with A as their reference; those of the common frames are used
   */
  public static DirectAgreement of(Comparison comparison, List<FrameResult> direct) {
    CommonFrames common = comparison.frames();
    Map<Long, FrameResult> byNumber =
        direct.stream().collect(Collectors.toMap(FrameResult::frame, Function.identity()));
    List<FrameResult> frames =
        common.pairs().stream().map(pair -> byNumber.get(pair.number())).toList();
    List<Quantity> quantities = Quantity.all();
    double[][] directly = new double[quantities.size()][];
    double[][] byReference = new double[quantities.size()][];
    for (int k = 0; k < directly.length; k++) {
      Quantity quantity = quantities.get(k);
      directly[k] = frames.stream().mapToDouble(quantity::of).toArray();
      byReference[k] = common.signedDifferences(quantity);
    }
    return new DirectAgreement(rows(directly, byReference, comparison.gate()));
  }

  private static List<Row> rows(double[][] directly, double[][] byReference, Gate gate) {
    List<Interval> direct = estimates(directly, gate);
    List<Interval> other = estimates(byReference, gate);
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < direct.size(); k++) {
      Quantity quantity = Quantity.all().get(k);
      double step = gate.step(quantity);
      rows.add(
          new Row(
              quantity,
              direct.get(k),
              other.get(k),
              agreement(side(direct.get(k), step), side(other.get(k), step))));
    }
    return rows;
  }

  private static List<Interval> estimates(double[][] series, Gate gate) {
    boolean[] governing = new boolean[series.length];
    for (int k = 0; k < series.length; k++) {
      double step = gate.step(Quantity.all().get(k));
      governing[k] = Arrays.stream(series[k]).anyMatch(value -> Math.abs(value) > step);
    }
    return MeanEstimates.of(series, governing, gate.confidence()).intervals();
  }

  /** 1 or -1 where a difference is more than chance and matters, 0 otherwise. */
  private static int side(Interval interval, double step) {
    boolean moreThanChance = interval.low() > 0 || interval.high() < 0;
    return moreThanChance && Math.abs(interval.mean()) > step
        ? (int) Math.signum(interval.mean())
        : 0;
  }

  private static Agreement agreement(int direct, int byReference) {
    if (direct == byReference) {
      return Agreement.AGREE;
    }
    if (direct == 0) {
      return Agreement.ONLY_BY_REFERENCE;
    }
    return byReference == 0 ? Agreement.ONLY_DIRECT : Agreement.CONTRADICT;
  }

  /** Whether no quantity contradicts. */
  public boolean agrees() {
    return rows.stream().noneMatch(row -> row.agreement() == Agreement.CONTRADICT);
  }
}
