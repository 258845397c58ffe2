package dev.pixelwatch.training;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.training.network.Adam;
import dev.pixelwatch.training.network.Batch;
import dev.pixelwatch.training.network.Objective;
import dev.pixelwatch.training.network.OnnxExport;
import dev.pixelwatch.training.network.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A training run: batches in, a network out. The learning rate warms up and then follows half a
 * cosine to zero (Loshchilov and Hutter 2017) over the budget. A checkpoint is written every few
 * minutes, and with it the network as it is then.
 */
public final class Trainer {
  private static final int PAIRS = 32;
  private static final int CROP = 128;
  private static final double PEAK_LEARNING_RATE = 3e-3;
  private static final int WARM_UP_STEPS = 300;
  private static final double REPORT_SECONDS = 20;
  private static final double CHECKPOINT_SECONDS = 180;

  private final TrainingOptions options;
  private final DistortionEngine engine;
  private final Recipe recipe;

  public Trainer(TrainingOptions options, DistortionEngine engine, Recipe recipe) {
    this.options = options;
    this.engine = engine;
    this.recipe = recipe;
  }

  /** Smallest side in pixels of a photograph that can be trained on. */
  public static int smallestPhotograph() {
    return CROP;
  }

  /**
   * Trains until the budget is spent or the caller wants to stop; saves in both cases.
   *
   * @param photographs to cut crops from
   * @param watcher told every few seconds where the run is
   * @param stop asked after every step
   * @return the ONNX file
   */
  public Path run(Photographs photographs, Consumer<TrainingProgress> watcher, BooleanSupplier stop)
      throws InterruptedException {
    Checkpoint state = start();
    Parameters parameters = state.parameters();
    Adam adam = state.adam();
    long step = state.step();
    Budget budget = options.budget();
    try (TrainingLog log = TrainingLog.open(options.out(), options.resume());
        Objective objective = new Objective();
        BatchSource batches =
            new BatchSource(
                photographs,
                engine,
                recipe,
                PAIRS,
                CROP,
                options.seed(),
                step,
                options.threads())) {
      Stopwatch clock = new Stopwatch(state.seconds());
      Interval interval = new Interval(clock.seconds());
      double checkpointAt = clock.seconds() + CHECKPOINT_SECONDS;
      while (budget.done(step, clock.seconds()) < 1 && !stop.getAsBoolean()) {
        double rate = learningRate(step, budget.done(step, clock.seconds()));
        Batch batch = batches.next();
        Objective.Result result = objective.differentiate(parameters, batch);
        adam.step(parameters, result.gradients(), rate);
        step++;
        interval.add(result);
        double now = clock.seconds();
        if (now - interval.start >= REPORT_SECONDS) {
          TrainingProgress progress = interval.progress(step, now, rate, budget.done(step, now));
          log.append(progress, now);
          watcher.accept(progress);
          interval = new Interval(now);
        }
        if (now >= checkpointAt) {
          save(new Checkpoint(parameters, adam, step, now));
          checkpointAt = now + CHECKPOINT_SECONDS;
        }
      }
      return save(new Checkpoint(parameters, adam, step, clock.seconds()));
    }
  }

  private Checkpoint start() {
    Path file = checkpointFile();
    if (options.resume()) {
      Checkpoint checkpoint = Checkpoint.read(file);
      if (checkpoint.parameters().size() != options.size()) {
        throw new UserError(
            "%s holds a %s network, not a %s one"
                .formatted(file, checkpoint.parameters().size().id(), options.size().id()),
            "Give --size " + checkpoint.parameters().size().id() + ", or another --out.");
      }
      return checkpoint;
    }
    if (Files.exists(file)) {
      throw new UserError(
          options.out() + " holds a training run already",
          "Go on with --resume, or give another --out.");
    }
    try {
      Files.createDirectories(options.out());
    } catch (IOException e) {
      throw new UserError("cannot make the folder " + options.out(), "Give another --out.", e);
    }
    Parameters parameters = Parameters.initial(options.size(), options.seed());
    return new Checkpoint(parameters, new Adam(parameters), 0, 0);
  }

  private Path save(Checkpoint checkpoint) {
    checkpoint.write(checkpointFile());
    Path onnx = options.out().resolve(options.size().id() + ".onnx");
    Map<String, String> metadata =
        Map.of(
            "steps", Long.toString(checkpoint.step()),
            "pairs", Long.toString(checkpoint.step() * PAIRS),
            "hours", "%.2f".formatted(checkpoint.seconds() / 3600),
            "seed", Long.toString(options.seed()));
    try {
      Files.write(onnx, OnnxExport.toOnnx(checkpoint.parameters(), metadata));
    } catch (IOException e) {
      throw new UserError("cannot write " + onnx, "Check that the disk is not full.", e);
    }
    return onnx;
  }

  private Path checkpointFile() {
    return options.out().resolve(options.size().id() + ".checkpoint");
  }

  private static double learningRate(long step, double done) {
    double warmUp = Math.min(1, (step + 1.0) / WARM_UP_STEPS);
    return PEAK_LEARNING_RATE * warmUp * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
  }

  private static final class Stopwatch {
    private final double before;
    private final long start = System.nanoTime();

    Stopwatch(double before) {
      this.before = before;
    }

    double seconds() {
      return before + (System.nanoTime() - start) / 1e9;
    }
  }

  private static final class Interval {
    private final double start;
    private double mapLoss;
    private double scoreLoss;
    private int steps;

    Interval(double start) {
      this.start = start;
    }

    void add(Objective.Result result) {
      mapLoss += result.map();
      scoreLoss += result.score();
      steps++;
    }

    TrainingProgress progress(long step, double now, double rate, double done) {
      return new TrainingProgress(
          step,
          done,
          steps * PAIRS / (now - start),
          mapLoss / steps,
          scoreLoss / steps,
          rate,
          Duration.ofSeconds(Math.round(now * Math.max(0, 1 / done - 1))));
    }
  }
}
