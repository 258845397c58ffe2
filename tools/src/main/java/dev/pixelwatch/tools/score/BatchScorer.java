package dev.pixelwatch.tools.score;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Assesses many pairs with several workers and hands the results over in the order of the rows. Few
 * pairs are in memory at a time.
 */
public final class BatchScorer {
  private final DistortionNetwork network;
  private final int workers;

  /**
   * @param network shared by the workers; best loaded with one thread
   * @param workers pairs assessed at once
   */
  public BatchScorer(DistortionNetwork network, int workers) {
    this.network = network;
    this.workers = workers;
  }

  /**
   * Assesses every row.
   *
   * @param results called on this thread, row by row
   * @throws dev.pixelwatch.core.UserError at the first pair that cannot be read or compared
   */
  public void score(List<PairsFile.Row> rows, BiConsumer<PairsFile.Row, Assessment> results) {
    BlockingQueue<Assessor> assessors = new LinkedBlockingQueue<>();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      for (int i = 0; i < workers; i++) {
        assessors.add(network.newAssessor());
      }
      Iterator<PairsFile.Row> next = rows.iterator();
      Queue<Future<Assessment>> running = new ArrayDeque<>();
      for (PairsFile.Row row : rows) {
        while (next.hasNext() && running.size() < 2 * workers) {
          PairsFile.Row ahead = next.next();
          running.add(pool.submit(() -> assess(ahead, assessors)));
        }
        results.accept(row, resultOf(running.remove()));
      }
    } finally {
      end(pool);
      assessors.forEach(Assessor::close);
    }
  }

  private static Assessment assess(PairsFile.Row row, BlockingQueue<Assessor> assessors)
      throws InterruptedException {
    ImagePair pair = ImagePair.read(row.refFile(), row.distFile());
    Assessor assessor = assessors.take();
    try {
      return assessor.assess(pair.reference(), pair.distorted());
    } finally {
      assessors.add(assessor);
    }
  }

  /** Waits for the pairs at work, so that no assessor is closed under one. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    try {
      pool.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Assessment resultOf(Future<Assessment> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while pairs were being scored", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a pair could not be scored", e.getCause());
    }
  }
}
