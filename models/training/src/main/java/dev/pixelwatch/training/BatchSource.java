package dev.pixelwatch.training;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.core.distortion.Triplet;
import dev.pixelwatch.training.network.Batch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes batches ahead of the training that consumes them, on threads of its own. Making a pair
 * costs twice as much as learning from it, so that every batch is given out once more, {@link #LAG}
 * batches later and upside down. The batch of a given number is always the same, whatever the
 * number of threads and wherever a run was resumed.
 */
final class BatchSource implements AutoCloseable {
  /** Share of the pairs whose frames do not lie exactly over each other. */
  private static final double SHIFTED = 0.2;

  /** Share of the pairs whose distortions are faint. */
  private static final double FAINT = 0.3;

  /** Share of the pairs that a camera has encoded after all that was done to them. */
  private static final double ENCODED = 0.25;

  /** Greatest severity of that encoding, which is light: the map says nothing of it. */
  private static final double LIGHT = 0.3;

  /** How many batches wait to be given out once more; about 1.6 MB each. */
  private static final int LAG = 100;

  private final Photographs photographs;
  private final DistortionEngine engine;
  private final Recipe recipe;
  private final int pairs;
  private final int size;
  private final long seed;
  private final ExecutorService workers;
  private final Deque<Future<Batch>> ahead = new ArrayDeque<>();
  private final Deque<Batch> again = new ArrayDeque<>();
  private long submitted;
  private long given;
  private boolean filled;

  /**
   * @param first number of the first batch, so that a resumed run goes on where it stopped
   * @param threads how many make batches, and how many batches are made ahead of each
   */
  BatchSource(
      Photographs photographs,
      DistortionEngine engine,
      Recipe recipe,
      int pairs,
      int size,
      long seed,
      long first,
      int threads) {
    this.photographs = photographs;
    this.engine = engine;
    this.recipe = recipe;
    this.pairs = pairs;
    this.size = size;
    this.seed = seed;
    this.given = first;
    this.submitted = repeated(first);
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "batches");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < 4 * threads; i++) {
      submit();
    }
  }

  private void submit() {
    long number = submitted++;
    ahead.add(workers.submit(() -> make(number)));
  }

  /** The next batch; waits for it if need be. */
  Batch next() throws InterruptedException {
    if (!filled) {
      refill();
      filled = true;
    }
    boolean repeat = repeated(given + 1) > repeated(given);
    given++;
    return repeat ? again.remove().upsideDown() : fresh();
  }

  /** Makes once more, after a pause, what a run without one would still hold. */
  private void refill() throws InterruptedException {
    for (long held = given - 2 * repeated(given); held > 0; held--) {
      fresh();
    }
  }

  /** How many of the first {@code batches} were given out for the second time. */
  private static long repeated(long batches) {
    return Math.max(0, (batches - LAG) / 2);
  }

  private Batch fresh() throws InterruptedException {
    try {
      Batch batch = ahead.remove().get();
      submit();
      again.add(batch);
      return batch;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the distortion engine failed", e.getCause());
    }
  }

  private Batch make(long number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    int cells = DistortionMap.cells(size);
    int mapSize = DistortionType.COUNT * cells * cells;
    Batch batch =
        new Batch(
            pairs,
            size,
            new byte[2 * pairs * size * size],
            new byte[pairs * size * size],
            new float[pairs * mapSize],
            new float[pairs]);
    for (int i = 0; i < pairs; i++) {
      Recipe drawn = random.nextDouble() < FAINT ? recipe.faint() : recipe;
      Triplet triplet = engine.generate(photographs.crop(size, random), drawn, random.nextLong());
      Picture reference = triplet.reference();
      Picture processed = triplet.processed();
      if (random.nextDouble() < ENCODED) {
        double severity = LIGHT * random.nextDouble();
        long codec = random.nextLong();
        reference = engine.encode(reference, severity, codec);
        processed = engine.encode(processed, severity, codec);
      }
      if (random.nextDouble() < SHIFTED) {
        processed = Misregistration.shift(processed, random);
      }
      put(batch, i, reference);
      put(batch, pairs + i, processed);
      System.arraycopy(triplet.map().values(), 0, batch.maps(), i * mapSize, mapSize);
      batch.scores()[i] = (float) (triplet.score() / 100);
    }
    return batch;
  }

  private static void put(Batch batch, int frame, Picture picture) {
    int samples = batch.size() * batch.size();
    System.arraycopy(picture.luma(), 0, batch.luma(), frame * samples, samples);
    System.arraycopy(picture.cb(), 0, batch.chroma(), frame * samples / 2, samples / 4);
    System.arraycopy(
        picture.cr(), 0, batch.chroma(), frame * samples / 2 + samples / 4, samples / 4);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
