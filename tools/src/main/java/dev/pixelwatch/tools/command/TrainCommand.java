package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.Codecs;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.training.Ablation;
import dev.pixelwatch.training.Budget;
import dev.pixelwatch.training.Photographs;
import dev.pixelwatch.training.Trainer;
import dev.pixelwatch.training.TrainingOptions;
import dev.pixelwatch.training.TrainingProgress;
import dev.pixelwatch.training.network.ComputeDevice;
import dev.pixelwatch.training.network.NetworkSize;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch train}. */
@Command(
    name = "train",
    description =
        "Trains a network on clean photographs, without human labels. The photographs are distorted"
            + " on the fly with known types, places and strengths.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch train --photos photographs --hours 2 --out run",
      "  pixelwatch train --photos photographs --hours 3 --out run --resume",
      "      Goes on with the same run: 3 hours in all.",
      "  pixelwatch train --photos photographs --from run/live.onnx --learning-rate 4e-4",
      "      Trains a finished network on, gently.",
      "  pixelwatch evaluate --photos other-photographs --network run/live.onnx",
      "",
      "The first start fetches PyTorch. Every three minutes and at Ctrl-C a checkpoint is",
      "written, the network is measured on photographs kept apart (one in ten), and the",
      "curve is drawn: training.csv and training.png in --out.",
      "",
      "What a part of the method is worth shows when two runs of equal --steps and --seed, one of",
      "them --without it, are measured side by side: pixelwatch evaluate --network A --network B."
    })
final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--photos",
      required = true,
      paramLabel = "DIR",
      description = "Folder of clean photographs (PNG, JPEG, BMP).")
  private Path photographs;

  @Option(
      names = "--size",
      defaultValue = "live",
      description =
          "live, or studio, which takes twelve times the arithmetic (default: ${DEFAULT-VALUE}).")
  private String size;

  @Option(
      names = "--hours",
      defaultValue = "1.5",
      paramLabel = "H",
      description = "Length of the run, resumed parts counted in (default: ${DEFAULT-VALUE}).")
  private double hours;

  @Option(
      names = "--steps",
      defaultValue = "0",
      paramLabel = "N",
      description = "Length in steps instead of hours: the same run gives the same network.")
  private long steps;

  @Option(
      names = "--out",
      defaultValue = "training",
      paramLabel = "DIR",
      description = "Where the checkpoint, the log and the network go (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--from",
      paramLabel = "WEIGHTS",
      description =
          "Start from a trained network, such as models/weights/live.onnx. A larger one (--size"
              + " studio) starts by answering as that network does. One of an earlier version gives"
              + " what weights the present definition has room for.")
  private Path from;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description =
          "Greatest step of Adam (default: 3e-3 for live, 1.5e-3 for studio). 4e-4 for a trained"
              + " network of the same size, so that it forgets less. --resume keeps that of the"
              + " run.")
  private Double learningRate;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      description =
          "cpu, or gpu in a build whose PyTorch is the one for CUDA (default: ${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--resume",
      description =
          "Go on from the checkpoint in --out, with its seed and learning rate and the same"
              + " photographs.")
  private boolean resume;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of everything random (default: 1; with --resume that of the run).")
  private Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that distort photographs (default: half of the processors).")
  private int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  @Option(
      names = "--without",
      paramLabel = "PART",
      description =
          "For an ablation, leave out a part of the method: built-in-anti-symmetry, anti-symmetry,"
              + " masks, severity-curves, contrastive-loss or sensor-noise. Resume with the same.")
  private String without;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (threads < 1) {
      throw new UserError("--threads is " + threads, "Give 1 or more, or leave it out.");
    }
    Optional<Ablation> ablation = Optional.ofNullable(without).map(TrainCommand::ablation);
    TrainingOptions options =
        new TrainingOptions(
            networkSize(),
            budget(),
            learningRate(),
            out,
            resume,
            Optional.ofNullable(from),
            computeDevice(),
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            threads,
            ablation);
    PrintWriter err = spec.commandLine().getErr();
    Photographs read = Photographs.read(photographs, Trainer.smallestPhotograph());
    err.printf("%d photographs, %d skipped%n", read.count(), read.skipped().size());
    read.skipped().forEach(name -> err.println("  skipped " + name));
    err.flush();
    ablation.ifPresent(
        part -> err.printf("without %s: %s%n", part.id().replace('-', ' '), part.words()));
    TrainingCurve curve = new TrainingCurve(out, err);
    AtomicBoolean trained = new AtomicBoolean();
    try (Interruption interruption = new Interruption(() -> err.println("Ending ..."));
        Progress progress = Progress.start("training", 100, "percent", err)) {
      Path network =
          new Trainer(options, Codecs.all())
              .run(
                  read,
                  at -> {
                    trained.set(true);
                    progress.update(Math.round(100 * at.done()), words(at));
                    curve.draw(at);
                  },
                  interruption);
      if (!trained.get() && !interruption.getAsBoolean()) {
        err.println("The run has its length already. Give more --hours or --steps to go on.");
      }
      spec.commandLine().getOut().println("The network is " + network + ".");
      return interruption.getAsBoolean() ? Interruption.EXIT_CODE : ExitCode.OK;
    }
  }

  private static Ablation ablation(String part) {
    return Ablation.byId(part)
        .orElseThrow(
            () ->
                new UserError(
                    "there is no part " + part,
                    "Use "
                        + Arrays.stream(Ablation.values())
                            .map(Ablation::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private NetworkSize networkSize() {
    return NetworkSize.byId(size)
        .orElseThrow(() -> new UserError("there is no size " + size, "Use live or studio."));
  }

  private ComputeDevice computeDevice() {
    return ComputeDevice.byId(device)
        .orElseThrow(() -> new UserError("there is no device " + device, "Use cpu or gpu."));
  }

  private Budget budget() {
    if (steps < 0 || !(hours > 0 && hours <= 1000)) {
      throw new UserError(
          "--hours must be above 0 and at most 1000, --steps above 0", "Try --hours 1.5.");
    }
    return steps > 0 ? Budget.ofSteps(steps) : Budget.ofHours(hours);
  }

  private OptionalDouble learningRate() {
    if (learningRate == null) {
      return OptionalDouble.empty();
    }
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new UserError(
          "--learning-rate must be above 0 and at most 1, not " + learningRate,
          "Leave it out, or try 4e-4 with --from.");
    }
    return OptionalDouble.of(learningRate);
  }

  private static List<String> words(TrainingProgress at) {
    Duration left = at.left();
    return List.of(
        String.format(
            Locale.ROOT,
            "step %d, %.0f pairs/s, loss %.4f, validation loss %.4f, map Pearson %.3f,"
                + " score rank %.3f,"
                + " %d h %02d min left",
            at.step(),
            at.pairsPerSecond(),
            at.mapLoss(),
            at.validationLoss(),
            at.validationPearson(),
            at.validationScoreSpearman(),
            left.toHours(),
            left.toMinutesPart()));
  }
}
