package dev.pixelwatch.tools.attach;

import dev.pixelwatch.monitor.StatusPublisher;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Publishes the status of a stream at each change and now and then, and says a change of state in
 * words. Told by one thread, asked by several.
 */
final class StatusTeller {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Soon enough for an alert about missing frames to say whose fault it is. */
  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final StatusPublisher publisher;
  private final Consumer<String> said;
  private volatile StreamStatus last;
  private long publishedNanos;
  private long publishedWithoutRoom;

  StatusTeller(StatusPublisher publisher, Consumer<String> said, StreamStatus first) {
    this.publisher = publisher;
    this.said = said;
    last = first;
  }

  /** The newest status. */
  StreamStatus last() {
    return last;
  }

  void tell(StreamStatus now) {
    boolean moved =
        now.getState() != last.getState()
            || !Objects.equals(now.getOffsetFrames(), last.getOffsetFrames());
    boolean changed = moved || !now.getReason().equals(last.getReason());
    last = now;
    if (moved) {
      said.accept(inWords(now));
    }
    boolean lostMore = now.getFramesWithoutRoom() > publishedWithoutRoom;
    if (changed || System.nanoTime() - publishedNanos > (lostMore ? SHORT_NANOS : PAUSE_NANOS)) {
      publishedNanos = System.nanoTime();
      publishedWithoutRoom = now.getFramesWithoutRoom();
      publisher.publish(now);
    }
  }

  private static String inWords(StreamStatus status) {
    StringBuilder words = new StringBuilder(status.getState().name());
    if (status.getOffsetFrames() != null) {
      words.append(", offset ").append(status.getOffsetFrames()).append(" frames");
    }
    if (status.getAlignmentConfidence() != null) {
      words.append(
          String.format(Locale.ROOT, ", confidence %.2f", status.getAlignmentConfidence()));
    }
    if (!status.getReason().isEmpty()) {
      words.append(": ").append(status.getReason());
    }
    return words.append('.').toString();
  }
}
