package dev.pixelwatch.monitor.http;

import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.ResultReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads results on a thread of its own and hands them on, until it is closed. */
final class ResultFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ResultFollower.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration NOTICED = Duration.ofSeconds(5);
  private static final long PAUSE_MS = 1000;

  private final ResultReader reader;
  private final Consumer<Result> sink;
  private final Thread thread = new Thread(this::run, "pixelwatch-page-results");
  private volatile boolean closed;
  private volatile String trouble;

  /**
   * @param reader closed with this
   */
  ResultFollower(ResultReader reader, Consumer<Result> sink) {
    this.reader = reader;
    this.sink = sink;
    thread.setDaemon(true);
    thread.start();
  }

  /** Why no results can be read at present, in words. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private void run() {
    try (reader) {
      while (!closed) {
        read();
      }
      // What was committed just before the end is still shown.
      reader.poll(POLL).forEach(sink);
    } catch (RuntimeException e) {
      LOG.warn("The last results could not be read", e);
    }
  }

  private void read() {
    try {
      reader.poll(POLL).forEach(sink);
      trouble = reader.silence().compareTo(NOTICED) > 0 ? "the broker does not answer" : null;
    } catch (RuntimeException e) {
      trouble = e.getMessage();
      LOG.warn("Reading results for the page failed", e);
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads what is there and ends. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
