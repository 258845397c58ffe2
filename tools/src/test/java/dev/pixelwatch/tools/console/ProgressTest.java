package dev.pixelwatch.tools.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressTest {
  private final StringWriter shown = new StringWriter();
  private long done;
  private long nanos;
  private final PrintWriter err = new PrintWriter(shown, true);

  @Test
  void withoutATerminalALineSaysHowFarItIsAndWhatIsNew() {
    try (Progress progress = new PlainProgress("Watching", 300, "frames", err, () -> nanos)) {
      nanos += TimeUnit.SECONDS.toNanos(2);
      progress.update(12, "score -3.0", List.of("score -3.0", "blur ####"));
    }
    assertThat(shown.toString()).isEqualTo("Watching: 12 of 300 frames, score -3.0\n");
  }

  @Test
  void aLogOfAShortTaskHasALineEveryTwoSecondsAndThatOfALongOneALineAMinute() {
    try (Progress progress = new PlainProgress("Attached", 0, "frames", err, () -> nanos)) {
      assertThat(linesOf(progress, 60)).isEqualTo(30);
      linesOf(progress, 24 * 3600);
      assertThat(linesOf(progress, 3600)).isEqualTo(60);
    }
  }

  /** How many lines there are in so many seconds with ten updates a second. */
  private long linesOf(Progress progress, int seconds) {
    long before = shown.toString().lines().count();
    for (int tenth = 0; tenth < 10 * seconds; tenth++) {
      nanos += TimeUnit.MILLISECONDS.toNanos(100);
      progress.update(++done);
    }
    return shown.toString().lines().count() - before;
  }

  @Test
  void onATerminalTheTableStandsBelowTheBarAndNothingRemains() {
    try (Progress progress = new TerminalProgress("Watching", 300, 80, err)) {
      advance(progress, "\\d+/300.*\nscore -3.0", "score -3.0", "blur " + "#".repeat(100));
    }
    assertThat(shown.toString()).endsWith("\r\u001b[J");
    assertThat(shown.toString().lines().map(ProgressTest::visible))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  @Test
  void onATerminalATaskOfUnknownLengthCountsUp() {
    try (Progress progress = new TerminalProgress("Watching", 0, 80, err)) {
      advance(progress, "[1-9]\\d*/\\?");
    }
  }

  @Test
  void whatIsSaidStaysAndTheBarIsDrawnAgainBelowIt() {
    try (Progress progress = new TerminalProgress("Attached", 0, 80, err)) {
      advance(progress, "\\d+/\\?");
      progress.say("the processed side is lost");
      advance(progress, "\u001b\\[Jthe processed side is lost\n\r.*\\d+/\\?");
    }
  }

  @Test
  void withoutATerminalWhatIsSaidIsALine() {
    try (Progress progress = Progress.start("Attached", 0, "frames", err)) {
      progress.say("the processed side is lost");
    }
    assertThat(shown.toString()).isEqualTo("the processed side is lost\n");
  }

  @Test
  void aTableThatGrowsShorterLeavesNoOldLinesBehind() {
    try (Progress progress = new TerminalProgress("Watching", 300, 80, err)) {
      advance(progress, "\nthree\u001b\\[3A\r", "one", "two", "three");
      advance(progress, "\nfour\u001b\\[1A\r", "four");
    }
    assertThat(shown.toString().split("\r"))
        .filteredOn(part -> part.contains("/300"))
        .allMatch(part -> part.startsWith("\u001b[J"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "", "wide"})
  void withoutColumnsThereIsNoTerminal(String columns) {
    System.setProperty(Progress.COLUMNS, columns);
    try (Progress progress = Progress.start("Watching", 300, "frames", err)) {
      progress.update(30);
    } finally {
      System.clearProperty(Progress.COLUMNS);
    }
    assertThat(shown.toString()).isEmpty();
  }

  @Test
  void withTheColumnsOfATerminalTheBarIsNoWider() {
    System.setProperty(Progress.COLUMNS, "40");
    try (Progress progress = Progress.start("Watching", 300, "frames", err)) {
      advance(progress, "[1-9]\\d*/300");
    } finally {
      System.clearProperty(Progress.COLUMNS);
    }
    assertThat(shown.toString().lines().map(ProgressTest::visible))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(40));
  }

  /** Goes on step by step until it is drawn; a step at the moment of drawing waits for the next. */
  private void advance(Progress progress, String pattern, String... table) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              progress.update(++done, "", List.of(table));
              assertThat(shown.toString()).containsPattern(pattern);
            });
  }

  private static String visible(String line) {
    String last = line.substring(line.lastIndexOf('\r') + 1);
    return last.replaceAll("\u001b\\[\\d*[A-Z]", "");
  }
}
