package dev.pixelwatch.monitor;

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

  /**
   * @param patienceMs how long nothing may arrive before the broker counts as gone
   */
  Deliveries(long patienceMs) {
    patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMs);
  }

  synchronized void begin() {
    underWay++;
  }

  synchronized void end() {
    underWay--;
    notifyAll();
  }

  /**
   * Waits until nothing is under way, or something has failed.
   *
   * @return false if patience ran out
   */
  synchronized boolean await(AtomicReference<Exception> failure) {
    long before = underWay;
    long deadline = System.nanoTime() + patienceNanos;
    while (underWay > 0 && failure.get() == null) {
      if (underWay < before) {
        before = underWay;
        deadline = System.nanoTime() + patienceNanos;
      }
      long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
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
