package dev.pixelwatch.monitor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Counts the frames that are on their way to the broker. Kafka's own flush waits for ever when the
 * broker goes away before the producer has its id, since batches do not expire until then.
 */
final class Deliveries {
  private final long patienceNanos;
  private long underWay;
  private long newsNanos = System.nanoTime();

  /**
   * @param patienceMs how long nothing may arrive before the broker counts as gone
   */
  Deliveries(long patienceMs) {
    patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMs);
  }

  synchronized void begin() {
    if (underWay == 0) {
      newsNanos = System.nanoTime();
    }
    underWay++;
  }

  synchronized void end() {
    underWay--;
    newsNanos = System.nanoTime();
    notifyAll();
  }

  /** For how long something has been under way and nothing has arrived. */
  synchronized Duration silence() {
    return underWay == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - newsNanos);
  }

  /**
   * Waits until nothing is under way, or something has failed.
   *
   * @return false if patience ran out
   */
  synchronized boolean await(AtomicReference<Exception> failure) {
    while (underWay > 0 && failure.get() == null) {
      long leftMs = TimeUnit.NANOSECONDS.toMillis(patienceNanos - silence().toNanos());
      if (leftMs <= 0) {
        return false;
      }
      try {
        wait(leftMs);
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
    return true;
  }
}
