package dev.pixelwatch.tools.record.capture;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.MonitorConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Records all topics beside a run in the same process, from its start to its end. */
public final class BackgroundRecorder implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final Thread thread;

  private BackgroundRecorder(TopicRecorder recorder) {
    thread =
        new Thread(
            () -> {
              try (recorder) {
                recorder.run(stop::get, true, news -> {});
              } catch (RuntimeException e) {
                failure.set(e);
              }
            },
            "recorder");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Connects and begins; what is published after the return is recorded.
   *
   * @throws UserError if the folder cannot be used
   */
  public static BackgroundRecorder start(MonitorConfig config, RecordingTarget target) {
    return new BackgroundRecorder(
        new TopicRecorder(config, RecordOptions.everything(target.out()), target.version()));
  }

  /** Whether it has ended with an error, which {@link #check} throws. */
  public boolean hasFailed() {
    return failure.get() != null;
  }

  /**
   * Asks whether it works.
   *
   * @throws UserError if not, such as when the disk is full
   */
  public void check() {
    RuntimeException e = failure.get();
    if (e != null) {
      throw e;
    }
  }

  /**
   * Records what was published up to now, and ends the recording.
   *
   * @throws UserError if it could not be written
   */
  @Override
  public void close() {
    stop.set(true);
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    check();
  }
}
