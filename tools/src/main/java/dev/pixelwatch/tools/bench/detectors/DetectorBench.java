package dev.pixelwatch.tools.bench.detectors;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Runs the detectors on simulated streams, some left alone and some with a known change. */
public final class DetectorBench {
  private static final int HOURS_OF_STREAM = 24;
  private static final long FRAMES_PER_HOUR = 3600L * SimulatedStream.RATE;
  private static final int SETTLED = 30 * SimulatedStream.RATE;
  private static final int PATIENCE = 60 * SimulatedStream.RATE;

  private final List<List<ScoreTrack>> stages;
  private final DetectorConfig config;
  private final int threads;

  /**
   * @param tracks a file of score noise; those that come with Pixelwatch if empty
   * @param threads simulations that run at once
   * @throws dev.pixelwatch.core.UserError if the file cannot be used
   */
  public DetectorBench(Optional<Path> tracks, DetectorConfig config, int threads) {
    List<ScoreTrack> all = tracks.map(TrackFile::read).orElseGet(TrackFile::shipped);
    stages = List.copyOf(all.stream().collect(Collectors.groupingBy(ScoreTrack::stage)).values());
    this.config = config;
    this.threads = threads;
  }

  /**
   * Leaves streams alone, a day each, and counts their alerts.
   *
   * @param cuts whether their scenes change
   * @param progress told the hours that are done
   */
  public FalseAlarms falseAlarms(int days, boolean cuts, LongConsumer progress) {
    AtomicLong hours = new AtomicLong();
    List<Callable<Map<String, Long>>> streams = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      int seed = day;
      streams.add(
          () -> {
            SimulatedStream stream =
                new SimulatedStream(stages.get(seed % stages.size()), cuts, config, seed);
            Map<String, Long> alarms = new TreeMap<>();
            for (int hour = 0; hour < HOURS_OF_STREAM; hour++) {
              anHour(stream, alarms);
              progress.accept(hours.incrementAndGet());
            }
            return alarms;
          });
    }
    Map<String, Long> all = new TreeMap<>();
    run(streams).forEach(one -> one.forEach((type, count) -> all.merge(type, count, Long::sum)));
    long alarms = all.values().stream().mapToLong(Long::longValue).sum();
    return new FalseAlarms(cuts ? "a cut every 10 s" : "one scene", days, alarms, all);
  }

  private static void anHour(SimulatedStream stream, Map<String, Long> alarms) {
    for (long i = 0; i < FRAMES_PER_HOUR; i++) {
      for (Alert alert : stream.next(0, 0)) {
        if (alert.isOpen()) {
          alarms.merge(alert.kind() + " " + alert.type(), 1L, Long::sum);
        }
      }
    }
  }

  /** The changes that are tried. */
  static List<Change> changes() {
    int rate = SimulatedStream.RATE;
    return List.of(
        new Change(Change.Shape.STEP, 0.05, 0),
        new Change(Change.Shape.STEP, 0.08, 0),
        new Change(Change.Shape.STEP, 0.1, 0),
        new Change(Change.Shape.STEP, 0.2, 0),
        new Change(Change.Shape.STEP, 0.4, 0),
        new Change(Change.Shape.RAMP, 0.2, 2 * rate),
        new Change(Change.Shape.RAMP, 0.2, 10 * rate),
        new Change(Change.Shape.RAMP, 0.2, 30 * rate),
        new Change(Change.Shape.SPIKE, 0.5, 1),
        new Change(Change.Shape.SPIKE, 0.5, 3),
        new Change(Change.Shape.SPIKE, 0.5, 8));
  }

  /**
   * Makes each change to so many streams, to a random type and away from 0.
   *
   * @param progress told the trials that are done
   */
  public List<Delays> delays(int trials, LongConsumer progress) {
    List<Delays> all = new ArrayList<>();
    AtomicLong done = new AtomicLong();
    for (Change change : changes()) {
      List<Callable<Optional<Long>>> streams = new ArrayList<>();
      for (int trial = 0; trial < trials; trial++) {
        int seed = trial;
        streams.add(
            () -> {
              Optional<Long> delay = delay(change, seed);
              progress.accept(done.incrementAndGet());
              return delay;
            });
      }
      all.add(Delays.of(change, trials, run(streams).stream().flatMap(Optional::stream).toList()));
    }
    return all;
  }

  /** Number of trials that {@link #delays} makes. */
  public static long trials(int perChange) {
    return (long) perChange * changes().size();
  }

  private Optional<Long> delay(Change change, int seed) {
    Random random = new Random(seed);
    int type = random.nextInt(DistortionType.COUNT);
    int sign = random.nextBoolean() ? 1 : -1;
    String id = DistortionType.values()[type].id();
    SimulatedStream stream =
        new SimulatedStream(stages.get(seed % stages.size()), false, config, seed + 1_000_000L);
    for (int i = 0; i < SETTLED + random.nextInt(SETTLED); i++) {
      stream.next(type, 0);
    }
    for (long since = 0; since < PATIENCE; since++) {
      for (Alert alert : stream.next(type, sign * change.at(since))) {
        if (alert.isOpen() && id.equals(alert.type())) {
          return Optional.of(since + 1);
        }
      }
    }
    return Optional.empty();
  }

  private <T> List<T> run(List<Callable<T>> tasks) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while simulating", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a simulation failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
