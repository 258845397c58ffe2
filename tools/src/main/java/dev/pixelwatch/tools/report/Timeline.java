package dev.pixelwatch.tools.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The frames of a run from left to right, gathered into at most {@value #MOST_COLUMNS} columns.
 * Frames that were skipped on purpose and further copies take no room; those that are missing for
 * another reason leave a gap.
 */
public final class Timeline {
  static final int MOST_COLUMNS = 400;

  private final List<List<FrameResult>> columns = new ArrayList<>();
  private final long startUs;

  /** Gathers the frames of a run, in any order. */
  public Timeline(List<FrameResult> results) {
    List<FrameResult> shown =
        results.stream()
            .filter(
                r -> r.outcome() != FrameOutcome.SKIPPED && r.outcome() != FrameOutcome.DUPLICATE)
            .sorted(Comparator.comparingLong(FrameResult::frame))
            .toList();
    startUs = results.stream().mapToLong(FrameResult::timeUs).min().orElse(0);
    int count = Math.min(MOST_COLUMNS, shown.size());
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * shown.size() / count);
      int to = (int) ((long) (i + 1) * shown.size() / count);
      columns.add(shown.subList(from, to));
    }
  }

  /** Number of columns; 0 if there is nothing to show. */
  int size() {
    return columns.size();
  }

  /** For each column the value of largest magnitude, NaN where no frame was scored. */
  public double[] extremes(ToDoubleFunction<FrameResult> value) {
    return columns.stream()
        .mapToDouble(
            column ->
                column.stream()
                    .filter(FrameResult::isScored)
                    .mapToDouble(value)
                    .boxed()
                    .max(Comparator.comparingDouble(Math::abs))
                    .orElse(Double.NaN))
        .toArray();
  }

  /** Seconds since the first frame of the run, shown or not, at the left edge of a column. */
  double seconds(int column) {
    return (columns.get(column).get(0).timeUs() - startUs) / 1e6;
  }
}
