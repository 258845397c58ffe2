package dev.pixelwatch.tools.record.capture;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.MonitorConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Records all topics beside a run in the same process, from its start to its end. */
public final class BackgroundRecorder implements AutoCloseable {
  /** Longer than the recorder itself waits for a broker, which it then tells. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final long STEP_MILLIS = 100;

  private final RecordingTarget target;
  private final Duration patience;
  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicLong recorded = new AtomicLong();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final Thread thread;

  /**
   * @param recording records until it is told to stop and nothing is left, and tells how it goes
   * @param patience how long it may record nothing at the end
   */
  BackgroundRecorder(
      BiConsumer<BooleanSupplier, Consumer<RecordNews>> recording,
      RecordingTarget target,
      Duration patience) {
    this.target = target;
    this.patience = patience;
    thread =
        new Thread(
            () -> {
              try {
                recording.accept(stop::get, news -> recorded.set(news.total()));
              } catch (RuntimeException e) {
                failure.set(e);
              } catch (Error e) {
                // Thrown on here it would end this thread and nothing else, and nobody would know.
                failure.set(new IllegalStateException("the recording broke off", e));
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
    TopicRecorder recorder =
        new TopicRecorder(config, RecordOptions.everything(target.out()), target.version());
    return new BackgroundRecorder(
        (stop, news) -> {
          try (recorder) {
            recorder.run(stop, true, news);
          }
        },
        target,
        PATIENCE);
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
   * Records what was published up to now, however long it takes, and ends the recording.
   *
   * @throws UserError if it could not be written, or goes no further
   */
  @Override
  public void close() {
    stop.set(true);
    try {
      awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    check();
    if (thread.isAlive()) {
      throw new UserError(
          "the recording in %s goes no further and was cut off".formatted(target.out()),
          "What it has up to here is used; see whether its disk and the broker still answer.");
    }
  }

  private void awaitEnd() throws InterruptedException {
    long known = recorded.get();
    long since = System.nanoTime();
    boolean told = false;
    thread.join(patience.toMillis() / 10);
    while (thread.isAlive() && System.nanoTime() - since < patience.toNanos()) {
      if (!told) {
        target.said().accept("Recording into %s what is left ...".formatted(target.out()));
        told = true;
      }
      thread.join(STEP_MILLIS);
      if (recorded.get() != known) {
        known = recorded.get();
        since = System.nanoTime();
      }
    }
  }
}
