package dev.pixelwatch.tools.score;

import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Assesses with several workers and hands the results over in the order of the work. Little work is
 * in memory at a time.
 *
 * @param <T> a piece of work
 * @param <R> its result
 */
public final class ParallelAssessment<T, R> {
  private final DistortionNetwork network;
  private final int workers;
  private final BiFunction<T, Assessor, R> assess;

  /**
   * @param network shared by the workers; best loaded with one thread
   * @param workers pieces of work assessed at once
   * @param assess called on several threads, each with an assessor of its own
   */
  public ParallelAssessment(
      DistortionNetwork network, int workers, BiFunction<T, Assessor, R> assess) {
    this.network = network;
    this.workers = workers;
    this.assess = assess;
  }

  /**
   * Does all the work.
   *
   * @param work asked on this thread, a little ahead of the results
   * @param results called on this thread, in the order of the work
   */
  public void run(Iterator<T> work, BiConsumer<T, R> results) {
    BlockingQueue<Assessor> assessors = new LinkedBlockingQueue<>();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      for (int i = 0; i < workers; i++) {
        assessors.add(network.newAssessor());
      }
      Queue<Running<T, R>> running = new ArrayDeque<>();
      while (work.hasNext() || !running.isEmpty()) {
        while (work.hasNext() && running.size() < 2 * workers) {
          T ahead = work.next();
          running.add(new Running<>(ahead, pool.submit(() -> assess(ahead, assessors))));
        }
        Running<T, R> first = running.remove();
        results.accept(first.work(), resultOf(first.result()));
      }
    } finally {
      end(pool);
      assessors.forEach(Assessor::close);
    }
  }

  private record Running<T, R>(T work, Future<R> result) {}

  private R assess(T work, BlockingQueue<Assessor> assessors) throws InterruptedException {
    Assessor assessor = assessors.take();
    try {
      return assess.apply(work, assessor);
    } finally {
      assessors.add(assessor);
    }
  }

  /** Waits for what is at work, so that no assessor is closed under it. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    try {
      pool.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <R> R resultOf(Future<R> future) {
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
