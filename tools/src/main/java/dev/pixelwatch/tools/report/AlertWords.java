package dev.pixelwatch.tools.report;

import dev.pixelwatch.monitor.detect.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;

/** The alerts of a run in plain language. */
public final class AlertWords {
  /** More on a terminal would hide the rest. */
  private static final int MOST = 12;

  private AlertWords() {}

  /** One line for each alert and one before them; none if there are no alerts. */
  public static List<String> lines(Summary summary) {
    List<Alert> alerts = summary.alerts();
    if (alerts.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(alerts.size() == 1 ? "1 alert:" : alerts.size() + " alerts:");
    alerts.stream()
        .limit(MOST)
        .map(alert -> "  frame %s: %s".formatted(frames(alert), alert.message()))
        .forEach(lines::add);
    if (alerts.size() > MOST) {
      lines.add("  and " + (alerts.size() - MOST) + " more, in the report");
    }
    return lines;
  }

  /**
   * What it means that there are none, where the baseline was learned from the video itself.
   *
   * @param frames of the run, at least one
   * @param seconds that it was learned from
   */
  public static String none(List<FrameResult> frames, double seconds) {
    LongSummaryStatistics times =
        frames.stream().mapToLong(FrameResult::timeUs).summaryStatistics();
    String why =
        (times.getMax() - times.getMin()) / 1e6 < seconds
            ? "what is normal is learned from the first %.0f seconds, and there are no more"
            : "nothing changed against the first %.0f seconds";
    return Numbers.text("No alerts: " + why, seconds)
        + ". --baseline identity compares with the reference itself.";
  }

  /** From which frame to which, such as "120 to 170" or "120 to the end". */
  public static String frames(Alert alert) {
    if (alert.isOpen()) {
      return alert.openedFrame() + " to the end";
    }
    return alert.closedFrame() == null
        ? Long.toString(alert.openedFrame())
        : alert.openedFrame() + " to " + alert.closedFrame();
  }
}
