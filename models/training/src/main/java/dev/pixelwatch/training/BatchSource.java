package dev.pixelwatch.training;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
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

  /** Share of the pairs without a relation that show several types under masks. */
  private static final double SEVERAL = 0.4;

  /** Share of the pairs that a camera has encoded after all that was done to them. */
  private static final double ENCODED = 0.25;

  /** Greatest severity of that encoding, which is light: the map says nothing of it. */
  private static final double LIGHT = 0.3;

  /** One batch in so many is for the score: ranked sets instead of pairs without a relation. */
  private static final int RANKED_EVERY = 3;

  /** In how many ways a photograph of a ranked set is distorted. */
  private static final int WAYS = 4;

  /** Share of the pairs of ranked sets whose distortions may be stronger than a map can say. */
  private static final double STRONG = 0.5;

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
    boolean ranked = Math.floorMod(number, RANKED_EVERY) == RANKED_EVERY - 1;
    Batch batch = empty(ranked);
    if (ranked) {
      fillWithTwins(batch, random);
    } else {
      fill(batch, random);
    }
    return batch;
  }

  private Batch empty(boolean ranked) {
    int cells = DistortionMap.cells(size);
    return new Batch(
        pairs,
        size,
        new byte[2 * pairs * size * size],
        new byte[pairs * size * size],
        new float[pairs * DistortionType.COUNT * cells * cells],
        new float[pairs],
        ranked);
  }

  /** Each pair from a photograph of its own. */
  private void fill(Batch batch, SplittableRandom random) {
    for (int i = 0; i < pairs; i++) {
      double draw = random.nextDouble();
      Recipe drawn =
          draw < FAINT ? recipe.faint() : draw < FAINT + SEVERAL ? recipe.several() : recipe;
      RgbImage photograph = scene(random);
      put(batch, i, engine.generate(photograph, drawn, random.nextLong()), random);
    }
  }

  /** Few photographs, each distorted in many ways, from faint to beyond what a map tells. */
  private void fillWithTwins(Batch batch, SplittableRandom random) {
    RgbImage first = scene(random);
    RgbImage second = scene(random);
    for (int i = 0; i < pairs / 2; i++) {
      if (i > 0 && i % WAYS == 0) {
        first = scene(random);
        second = scene(random);
      }
      double draw = random.nextDouble();
      Recipe drawn = draw < FAINT ? recipe.faint() : draw < 1 - STRONG ? recipe : recipe.strong();
      long way = random.nextLong();
      put(batch, i, engine.generate(first, drawn, way), random);
      put(batch, pairs / 2 + i, engine.generate(second, drawn, way), random);
    }
  }

  private RgbImage scene(SplittableRandom random) {
    return PlainScene.sometimes(photographs.crop(size, random), random);
  }

  private void put(Batch batch, int pair, Triplet triplet, SplittableRandom random) {
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
    put(batch, pair, reference);
    put(batch, pairs + pair, processed);
    float[] map = triplet.map().values();
    System.arraycopy(map, 0, batch.maps(), pair * map.length, map.length);
    batch.scores()[pair] = (float) (triplet.score() / 100);
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
