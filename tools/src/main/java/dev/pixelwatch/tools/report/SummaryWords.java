package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ScoreWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The summary in plain language. */
public final class SummaryWords {
  private SummaryWords() {}

  /** A few sentences on one line, for the terminal and the head of the report. */
  public static String of(Summary summary) {
    return String.join(" ", sentences(summary));
  }

  /** The same, sentence by sentence: outcomes, quality, types. */
  public static List<String> sentences(Summary summary) {
    List<String> sentences = new ArrayList<>();
    sentences.add(outcomes(summary));
    if (summary.count(FrameOutcome.SCORED) > 0) {
      sentences.add(quality(summary.score()));
      sentences.add(types(summary));
    }
    return sentences;
  }

  /** One type in words and numbers, such as "more blocking (mean +0.31, up to +0.62)". */
  static String type(DistortionType type, TypeStatistics statistics) {
    return Numbers.text(
        "%s (mean %s, up to %s)",
        type.inWords(statistics.max()),
        Numbers.intensity(statistics.mean()),
        Numbers.intensity(statistics.max()));
  }

  private static String outcomes(Summary summary) {
    String others =
        Stream.of(FrameOutcome.values())
            .filter(outcome -> outcome != FrameOutcome.SCORED && summary.count(outcome) > 0)
            .map(outcome -> summary.count(outcome) + " " + outcome.id())
            .collect(Collectors.joining(", "));
    return Numbers.text(
        "%d of %d %s scored%s.",
        summary.count(FrameOutcome.SCORED),
        summary.frames(),
        summary.frames() == 1 ? "frame" : "frames",
        others.isEmpty() ? "" : " (" + others + ")");
  }

  private static String quality(ScoreStatistics score) {
    boolean same = Math.abs(score.mean()) < ScoreWords.SAME;
    return Numbers.text(
        "The processed video %s (score %s points on average, %s in the worst frame, number %d).",
        same
            ? "looks the same as the reference" + exception(score)
            : "is " + ScoreWords.of(score.mean()),
        Numbers.points(score.mean()),
        Numbers.points(score.min()),
        score.worstFrame());
  }

  /** Keeps a good average from hiding a bad frame. */
  private static String exception(ScoreStatistics score) {
    return score.min() > -ScoreWords.SAME
        ? ""
        : " on average, but at its worst it is " + ScoreWords.of(score.min());
  }

  private static String types(Summary summary) {
    if (summary.topTypes().isEmpty()) {
      return "No distortion stands out.";
    }
    return summary.topTypes().stream()
        .map(type -> type(type, summary.types().get(type)))
        .collect(Collectors.joining(", ", "Strongest: ", "."));
  }
}
