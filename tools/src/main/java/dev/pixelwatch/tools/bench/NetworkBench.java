package dev.pixelwatch.tools.bench;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How many pairs of pictures in memory the network assesses in a second. */
public final class NetworkBench {
  private static final int WARM_UP_PAIRS = 5;

  private final DistortionNetwork network;
  private final Picture reference;
  private final Picture processed;

  public NetworkBench(DistortionNetwork network, int width, int height) {
    this.network = network;
    this.reference = noise(width, height, 1);
    this.processed = noise(width, height, 2);
  }

  /**
   * Keeps every worker busy for some time.
   *
   * @param workers assessors that work at once
   */
  public NetworkSpeed run(int workers, Duration time) {
    List<Callable<long[]>> tasks = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      tasks.add(() -> latencies(time));
    }
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Long> all = new ArrayList<>();
      double rate = 0;
      for (Future<long[]> result : pool.invokeAll(tasks)) {
        long[] nanos = result.get();
        rate += nanos.length * (double) TimeUnit.SECONDS.toNanos(1) / Arrays.stream(nanos).sum();
        Arrays.stream(nanos).forEach(all::add);
      }
      return NetworkSpeed.of(rate, all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the network failed while it was measured", e.getCause());
    } finally {
      pool.shutdown();
    }
  }

  /** Nanoseconds of each assessment after the warm-up; at least one. */
  private long[] latencies(Duration time) {
    List<Long> nanos = new ArrayList<>();
    try (Assessor assessor = network.newAssessor()) {
      for (int i = 0; i < WARM_UP_PAIRS; i++) {
        assessor.assess(reference, processed);
      }
      long end = System.nanoTime() + time.toNanos();
      do {
        long start = System.nanoTime();
        assessor.assess(reference, processed);
        nanos.add(System.nanoTime() - start);
      } while (System.nanoTime() < end);
    }
    return nanos.stream().mapToLong(Long::longValue).toArray();
  }

  /** The time of the network does not depend on what it sees. */
  private static Picture noise(int width, int height, long seed) {
    Random random = new Random(seed);
    byte[] luma = new byte[width * height];
    byte[] cb = new byte[Picture.half(width) * Picture.half(height)];
    byte[] cr = new byte[cb.length];
    random.nextBytes(luma);
    random.nextBytes(cb);
    random.nextBytes(cr);
    return new Picture(width, height, luma, cb, cr, ColourMatrix.BT709, ColourRange.LIMITED);
  }
}
