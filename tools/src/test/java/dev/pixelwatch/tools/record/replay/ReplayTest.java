package dev.pixelwatch.tools.record.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.RecordingWriter;
import dev.pixelwatch.tools.record.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {
  @TempDir private Path temp;

  /** Three outcomes 400 ms apart, written in another order. */
  @BeforeEach
  void record() {
    try (RecordingWriter writer = RecordingWriter.create(temp.resolve("r"), "test")) {
      for (long frame : new long[] {2, 0, 1}) {
        writer.append(
            RecordKind.OUTCOMES, 5000 + 400 * frame, 0, "cam".getBytes(UTF_8), outcome(frame));
      }
    }
  }

  private static byte[] outcome(long frame) {
    return Records.OUTCOME.encode(
        new Outcome("cam", "isp", "7", frame, 0L, OutcomeKind.SCORED, "", 1, null));
  }

  private List<RecordedMessage> replay(double factor) {
    List<RecordedMessage> sent = new ArrayList<>();
    try (Recording recording = Recording.open(temp.resolve("r"))) {
      new Replay(recording, Selection.ALL, factor).run(sent::add, () -> false, news -> {});
    }
    return sent;
  }

  @Test
  void recordsComeInTheOrderInWhichTheyWerePublishedByteForByte() {
    assertThat(replay(Double.POSITIVE_INFINITY))
        .extracting(RecordedMessage::value)
        .containsExactly(outcome(0), outcome(1), outcome(2));
  }

  /** With some play: the pace counts from when the first is due, and it may come a little late. */
  @Test
  void recordsComeAsFarApartAsTheirTimesDividedByTheFactor() {
    List<Long> arrivals = new ArrayList<>();
    try (Recording recording = Recording.open(temp.resolve("r"))) {
      new Replay(recording, Selection.ALL, 4)
          .run(m -> arrivals.add(System.nanoTime() / 1_000_000), () -> false, news -> {});
    }
    assertThat(arrivals.get(1) - arrivals.get(0)).isGreaterThan(50);
    assertThat(arrivals.get(2) - arrivals.get(0)).isGreaterThan(150);
  }

  @Test
  void whenToldToStopItEndsWithinThePause() {
    List<RecordedMessage> sent = new ArrayList<>();
    try (Recording recording = Recording.open(temp.resolve("r"))) {
      new Replay(recording, Selection.ALL, 1e-6).run(sent::add, () -> !sent.isEmpty(), news -> {});
    }
    assertThat(sent).hasSize(1);
  }
}
