package dev.pixelwatch.tools.watch;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.Mode;
import dev.pixelwatch.monitor.Side;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Decodes both videos and publishes their frames in lockstep. In complete mode only so many pairs
 * are under way at a time, so that nothing is published that retention could take before it is
 * scored. In live mode frames come at the rate of the video, whatever happens to them.
 */
final class PairPublisher implements Callable<Long> {
  /** Memory that the pairs under way may take on the broker. */
  private static final long BYTES_UNDER_WAY = 256L << 20;

  /** Fewest pairs under way: enough for every partition to have some. */
  private static final int LEAST_UNDER_WAY = 40;

  private static final int MOST_UNDER_WAY = 256;
  private static final long WAIT_MILLIS = 200;

  private final VideoPair videos;
  private final WatchOptions options;
  private final PublishedFrames published;
  private final FramePublisher publisher;
  private final ResultCollector collector;
  private final BooleanSupplier stop;
  private final Timer decoding;
  private final Timer publishing;
  private final int underWay;
  private final AtomicLong frames = new AtomicLong();
  private long startNanos;
  private long startTimeUs = -1;

  PairPublisher(
      VideoPair videos,
      WatchOptions options,
      PublishedFrames published,
      FramePublisher publisher,
      ResultCollector collector,
      BooleanSupplier stop,
      MeterRegistry registry) {
    this.videos = videos;
    this.options = options;
    this.published = published;
    this.publisher = publisher;
    this.collector = collector;
    this.stop = stop;
    decoding = StageTimers.decode(registry);
    publishing = StageTimers.publish(registry);
    long pairBytes = 3L * videos.info().width() * videos.info().height();
    underWay =
        (int) Math.max(LEAST_UNDER_WAY, Math.min(MOST_UNDER_WAY, BYTES_UNDER_WAY / pairBytes));
  }

  /** Publishes all frames. Gives the number of distinct frame numbers that are on the topics. */
  @Override
  public Long call() throws InterruptedException {
    // By number, as results are collected: where both videos lack a frame there are fewer pairs.
    long next = 0;
    while (next < options.maxFrames() && !stop.getAsBoolean()) {
      Optional<FramePair> pair = decoding.record(videos::next);
      if (pair.isEmpty() || pair.get().number() >= options.maxFrames()) {
        break;
      }
      if (!awaitTurn(pair.get())) {
        break;
      }
      publishing.record(() -> publish(pair.get()));
      frames.incrementAndGet();
      next = pair.get().number() + 1;
    }
    publishing.record(publisher::flush);
    return frames.get();
  }

  /** How many distinct frame numbers have been published so far; asked by any thread. */
  long frames() {
    return frames.get();
  }

  /** Waits for room or for the time to come; false when the run is to stop. */
  private boolean awaitTurn(FramePair pair) throws InterruptedException {
    if (options.mode() == Mode.LIVE) {
      // What an earlier run published had its time then.
      if (!isPublished(pair)) {
        sleepUntil(pair.timeUs());
      }
      return true;
    }
    boolean isPair = pair.reference().isPresent() && pair.processed().isPresent();
    // A frame without a partner is only reported: it may wait as long as it takes.
    while (isPair && !collector.awaitSettled(frames.get() - underWay, WAIT_MILLIS)) {
      if (stop.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  private boolean isPublished(FramePair pair) {
    return (pair.reference().isEmpty() || published.has(Side.REFERENCE, pair.number()))
        && (pair.processed().isEmpty() || published.has(Side.PROCESSED, pair.number()));
  }

  private void sleepUntil(long timeUs) throws InterruptedException {
    if (startTimeUs < 0) {
      startNanos = System.nanoTime();
      startTimeUs = timeUs;
    }
    long due = startNanos + TimeUnit.MICROSECONDS.toNanos(timeUs - startTimeUs);
    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
  }

  private void publish(FramePair pair) {
    FrameIdentity identity =
        new FrameIdentity(
            options.stream(), options.stage(), options.build(), pair.number(), pair.timeUs());
    pair.reference().ifPresent(picture -> publish(Side.REFERENCE, identity, picture));
    pair.processed().ifPresent(picture -> publish(Side.PROCESSED, identity, picture));
  }

  private void publish(Side side, FrameIdentity identity, Picture picture) {
    if (!published.has(side, identity.frameNumber())) {
      long timestamp =
          published
              .partnerTimestampMs(side, identity.frameNumber())
              .orElseGet(System::currentTimeMillis);
      publisher.publish(side, identity, picture, timestamp);
    }
  }
}
