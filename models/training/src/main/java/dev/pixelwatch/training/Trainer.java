package dev.pixelwatch.training;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.Codec;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.training.network.Adam;
import dev.pixelwatch.training.network.Batch;
import dev.pixelwatch.training.network.Objective;
import dev.pixelwatch.training.network.OnnxExport;
import dev.pixelwatch.training.network.OnnxImport;
import dev.pixelwatch.training.network.Parameters;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A training run: batches in, a network out. The learning rate warms up and then follows half a
 * cosine to zero (Loshchilov and Hutter 2017) over the budget. The network is the running mean of
 * the weights. A checkpoint is written every few minutes, and with it the network as it is then and
 * its figures on photographs kept apart.
 */
public final class Trainer {
  /** Pairs in a batch. */
  static final int PAIRS = 32;

  /** Side of a pair in pixels. */
  static final int CROP = 128;

  private static final int WARM_UP_STEPS = 300;

  /** What a step adds to the mean of the weights at least: about the last thousand count. */
  private static final double LEAST_SHARE = 0.001;

  /** Share of a step in the mean at first, times the number of steps. */
  private static final double SHARE = 3;

  private static final double REPORT_SECONDS = 20;
  private static final double CHECKPOINT_SECONDS = 180;

  /** Property of the ONNX file of a run that left a part out. */
  private static final String WITHOUT = "without";

  private final TrainingOptions options;
  private final List<Codec> codecs;

  /**
   * @param codecs what blocking is made with
   */
  public Trainer(TrainingOptions options, List<Codec> codecs) {
    this.options = options;
    this.codecs = codecs;
  }

  /** Smallest side in pixels of a photograph that can be trained on. */
  public static int smallestPhotograph() {
    return CROP;
  }

  /**
   * Trains until the budget is spent or the caller wants to stop; saves, measures and reports in
   * both cases.
   *
   * @param photographs to cut crops from; one in ten is kept for validation
   * @param watcher told every few seconds where the run is
   * @param stop asked before the first step and after each
   * @return the ONNX file
   */
  public Path run(Photographs photographs, Consumer<TrainingProgress> watcher, BooleanSupplier stop)
      throws InterruptedException {
    prepareFolder();
    Optional<Checkpoint> before =
        options.resume() ? Optional.of(goOn(photographs)) : Optional.empty();
    RunSettings settings =
        before.map(Checkpoint::settings).orElseGet(() -> RunSettings.fresh(options, photographs));
    try (Objective objective =
            new Objective(options.device(), options.antiSymmetry(), options.contrastive());
        TrainingLog log =
            TrainingLog.open(options.out(), before.map(Checkpoint::step).orElse(0L))) {
      // By the whole method, so that runs without a part can be compared.
      Validation validation =
          new Validation(
              photographs.forValidation(),
              new DistortionEngine(codecs),
              Recipe.defaults(),
              settings.seed());
      Checkpoint state = before.orElseGet(() -> begin(settings, objective, validation));
      try (BatchSource batches = batches(photographs.forTraining(), state)) {
        Consumer<TrainingProgress> report =
            progress -> {
              log.append(progress);
              watcher.accept(progress);
            };
        return train(state, batches, objective, validation, report, stop);
      }
    }
  }

  private BatchSource batches(Photographs photographs, Checkpoint state) {
    Optional<Ablation> without = options.without();
    DistortionEngine engine =
        new DistortionEngine(codecs, without.map(Ablation::simplifications).orElse(Set.of()));
    Recipe recipe = without.map(part -> part.recipe(Recipe.defaults())).orElseGet(Recipe::defaults);
    return new BatchSource(
        photographs,
        engine,
        recipe,
        PAIRS,
        CROP,
        state.settings().seed(),
        state.step(),
        options.threads());
  }

  private Path train(
      Checkpoint state,
      BatchSource batches,
      Objective objective,
      Validation validation,
      Consumer<TrainingProgress> report,
      BooleanSupplier stop)
      throws InterruptedException {
    Parameters parameters = state.parameters();
    Parameters average = state.average();
    Budget budget = options.budget();
    Validation.Figures figures = validation.measure(objective, average);
    Stopwatch clock = new Stopwatch(state.seconds());
    double checkpointAt = clock.seconds() + CHECKPOINT_SECONDS;
    Interval interval = new Interval(clock.seconds());
    long step = state.step();
    boolean ended = budget.done(step, clock.seconds()) >= 1 || stop.getAsBoolean();
    while (!ended) {
      double rate =
          learningRate(
              state.settings().peakLearningRate(), step, budget.done(step, clock.seconds()));
      Batch batch = batches.next();
      Objective.Result result = objective.differentiate(parameters, batch);
      state.adam().step(parameters, result.gradients(), rate);
      step++;
      average.approach(parameters, share(step));
      interval.add(result);
      double now = clock.seconds();
      ended = budget.done(step, now) >= 1 || stop.getAsBoolean();
      if (ended || now >= checkpointAt) {
        save(new Checkpoint(parameters, average, state.adam(), step, now, state.settings()));
        figures = validation.measure(objective, average);
        checkpointAt = now + CHECKPOINT_SECONDS;
      }
      if (ended || interval.seconds(now) >= REPORT_SECONDS) {
        report.accept(interval.progress(step, now, rate, budget.done(step, now), figures));
        interval = new Interval(now);
      }
    }
    return save(
        new Checkpoint(parameters, average, state.adam(), step, clock.seconds(), state.settings()));
  }

  private void prepareFolder() {
    try {
      Files.createDirectories(options.out());
      if (!options.resume() && holdsARun()) {
        throw new UserError(
            options.out() + " holds a training run already",
            "Go on with --resume, or give another --out.");
      }
    } catch (IOException e) {
      throw new UserError("cannot use the folder " + options.out(), "Give another --out.", e);
    }
  }

  /** Of whatever size: the log of a second run would take the place of the first one's. */
  private boolean holdsARun() throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(options.out(), "*.checkpoint")) {
      return found.iterator().hasNext();
    }
  }

  /** The run that the folder holds. */
  private Checkpoint goOn(Photographs photographs) {
    Checkpoint checkpoint = Checkpoint.read(checkpointFile());
    if (checkpoint.parameters().size() != options.size()) {
      throw new UserError(
          "%s holds a %s network, not a %s one"
              .formatted(
                  checkpointFile(), checkpoint.parameters().size().id(), options.size().id()),
          "Give --size " + checkpoint.parameters().size().id() + ", or another --out.");
    }
    checkpoint.settings().check(checkpointFile(), options, photographs);
    return checkpoint;
  }

  private Checkpoint begin(RunSettings settings, Objective objective, Validation validation) {
    Parameters parameters =
        options
            .from()
            .map(file -> takeUp(file, settings.seed(), objective, validation))
            .orElseGet(() -> Parameters.initial(options.size(), settings.seed()));
    return new Checkpoint(parameters, parameters.copy(), new Adam(parameters), 0, 0, settings);
  }

  private Parameters takeUp(Path file, long seed, Objective objective, Validation validation) {
    try {
      byte[] onnx = Files.readAllBytes(file);
      String without = options.without().map(Ablation::id).orElse("");
      if (!OnnxImport.metadata(onnx).getOrDefault(WITHOUT, "").equals(without)) {
        throw new UserError(
            file + " was trained with or without another part of the method than this run",
            "Start from a network of the same kind, or afresh.");
      }
      return objective.takeUp(onnx, options.size(), seed, validation.sample());
    } catch (IOException e) {
      throw new UserError(
          "cannot start from " + file + ": " + e.getMessage(),
          "Give an ONNX file that Pixelwatch trained, and its --size or a larger one.",
          e);
    }
  }

  private Path save(Checkpoint checkpoint) {
    checkpoint.write(checkpointFile());
    Path onnx = options.out().resolve(options.size().id() + ".onnx");
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("steps", Long.toString(checkpoint.step()));
    metadata.put("pairs", Long.toString(checkpoint.step() * PAIRS));
    metadata.put("hours", String.format(Locale.ROOT, "%.2f", checkpoint.seconds() / 3600));
    metadata.put("seed", Long.toString(checkpoint.settings().seed()));
    options.without().ifPresent(part -> metadata.put(WITHOUT, part.id()));
    try {
      // Beside it first: somebody may read the network of three minutes ago, or end the process.
      Path fresh = onnx.resolveSibling(onnx.getFileName() + ".new");
      Files.write(fresh, OnnxExport.toOnnx(checkpoint.average(), options.antiSymmetry(), metadata));
      Files.move(fresh, onnx, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UserError("cannot write " + onnx, "Check that the disk is not full.", e);
    }
    return onnx;
  }

  private Path checkpointFile() {
    return options.out().resolve(options.size().id() + ".checkpoint");
  }

  private static double learningRate(double peak, long step, double done) {
    double warmUp = Math.min(1, (step + 1.0) / WARM_UP_STEPS);
    return peak * warmUp * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
  }

  /**
   * How far the mean of the weights goes towards those of this step. It forgets the random weights
   * of a fresh start (the polynomial decay of Shamir and Zhang 2013, then exponential).
   */
  private static double share(long step) {
    return Math.max(LEAST_SHARE, SHARE / (step + SHARE));
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
}
