package dev.pixelwatch.tools.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final StringWriter shown = new StringWriter();
  private final PrintWriter err = new PrintWriter(shown, true);

  @Test
  void withoutATerminalALineSaysHowFarItIsAndWhatIsNew() {
    try (Progress progress = Progress.start("Watching", 300, "frames", err)) {
      Awaitility.await()
          .untilAsserted(
              () -> {
                progress.update(12, "score -3.0", List.of("score -3.0", "blur ####"));
                assertThat(shown.toString()).contains("Watching: 12 of 300 frames, score -3.0");
              });
    }
    assertThat(shown.toString()).doesNotContain("\r", "\u001b", "####");
  }

  @Test
  void manyUpdatesAtOnceDoNotFloodALog() {
    try (Progress progress = Progress.start("Scoring", 0, "pairs", err)) {
      for (int i = 0; i < 1000; i++) {
        progress.update(i);
      }
    }
    assertThat(shown.toString().lines().count()).isLessThan(10);
  }

  @Test
  void onATerminalTheTableStandsBelowTheBarAndNothingRemains() {
    try (Progress progress = new TerminalProgress("Watching", 300, 80, err)) {
      progress.update(30, "", List.of("score -3.0", "blur " + "#".repeat(100)));
      Awaitility.await()
          .untilAsserted(() -> assertThat(shown.toString()).contains("30/300", "\nscore -3.0"));
    }
    assertThat(shown.toString()).endsWith("\r\u001b[J");
    assertThat(shown.toString().lines().map(ProgressTest::visible))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  private static String visible(String line) {
    String last = line.substring(line.lastIndexOf('\r') + 1);
    return last.replaceAll("\u001b\\[\\d*[A-Z]", "");
  }
}
