package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.StageRecipe;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.attach.InputWords;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.RecordingWriter;
import dev.pixelwatch.tools.record.process.ProcessOptions;
import dev.pixelwatch.tools.record.process.ProcessRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelwatch process}. */
@Command(
    name = "process",
    description = {
      "Runs the reference frames of a recording through a stage and records what comes out as a"
          + " build, with its scores and maps: so another build sees the same frames.",
      "",
      "A program of yours (exec:COMMAND) reads raw frames from its standard input and writes one of"
          + " the same size for each to its standard output: I420, that is luma row by row, then"
          + " Cb, then Cr. Its environment tells PIXELWATCH_WIDTH, _HEIGHT, _SIZE (1280x720),"
          + " _FPS (30 or 30000/1001), _FORMAT (yuv420p), _MATRIX (bt601, bt709, bt2020) and"
          + " _RANGE (limited, full). It may hold a few frames back, and ends when its input ends."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch process night --through encode:libopenh264:b=2M --build 2M --out a",
      "  pixelwatch process night --through filter:gblur=0.5 --build soft --out b",
      "  pixelwatch process night --through exec:./my-isp --build 8 --out isp8",
      "",
      "Ctrl-C ends it with what is there; the exit code is then 130."
    })
final class ProcessCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FOLDER", description = "A recording.")
  private Path folder;

  @Option(
      names = "--through",
      paramLabel = "STAGE",
      required = true,
      description =
          "filter:GRAPH (filters of FFmpeg), encode:NAME[:key=value...] (an encoder, then decoded"
              + " again), or exec:COMMAND (a program; the shell runs it).")
  private String through;

  @Option(
      names = "--build",
      paramLabel = "NAME",
      required = true,
      description = "What the result is recorded as.")
  private String build;

  @Option(
      names = "--out",
      paramLabel = "FOLDER2",
      required = true,
      description = "A new or empty folder for the new recording.")
  private Path out;

  @Option(
      names = "--stream",
      paramLabel = "S",
      description = "Only this stream; repeatable (default: all).")
  private List<String> streams = List.of();

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "What the stage is called (default: as in the recording).")
  private String stage;

  @Option(
      names = "--fps",
      paramLabel = "RATE",
      description = "Frames per second, such as 30000/1001 (default: from the capture times).")
  private String fps;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long a program may do nothing (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Mixin private NetworkArgument network;

  @Option(names = "--no-score", description = "Leave out scores and maps.")
  private boolean noScore;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (noScore && network.isGiven()) {
      throw new UserError("--network is for scores", "Leave it out, or --no-score.");
    }
    ProcessOptions options = options();
    PrintWriter err = spec.commandLine().getErr();
    try (Interruption interruption = new Interruption(() -> err.println("Ending ..."));
        Recording recording = Recording.open(folder)) {
      ProcessRun run = new ProcessRun(recording, options);
      try (DistortionNetwork scoring = noScore ? null : network.open(1);
          RecordingWriter writer = RecordingWriter.create(out, Version.number())) {
        process(run, Optional.ofNullable(scoring), writer, interruption);
      }
      recording.flaws().forEach(flaw -> err.println("Damage: " + flaw + "."));
      err.flush();
      return interruption.getAsBoolean() ? Interruption.EXIT_CODE : ExitCode.OK;
    }
  }

  private void process(
      ProcessRun run,
      Optional<DistortionNetwork> network,
      RecordingWriter writer,
      Interruption interruption) {
    PrintWriter words = spec.commandLine().getOut();
    ProcessRun.Outcome outcome;
    try (Progress progress =
        Progress.start("Processing", run.frames(), "frames", spec.commandLine().getErr())) {
      outcome = run.run(network, writer, interruption, progress::update);
    } catch (RuntimeException e) {
      writer.discard();
      throw e;
    }
    writer.close(
        interruption.getAsBoolean()
            ? "it was interrupted"
            : "%s over %s".formatted(through, folder));
    words.println(
        "%d frames through %s, %d pairs scored."
            .formatted(outcome.frames(), through, outcome.scored()));
    if (outcome.leftOut() > 0 && !interruption.getAsBoolean()) {
      words.println("For %d frames the stage gave none.".formatted(outcome.leftOut()));
    }
    network.ifPresent(loaded -> words.println(ModelLine.of(loaded)));
    words.flush();
  }

  private ProcessOptions options() {
    if (build.isBlank()) {
      throw new UserError("--build is empty", "Give the build a name.");
    }
    if (timeout < 1) {
      throw new UserError("--timeout is " + timeout, "Give 1 second or more.");
    }
    return new ProcessOptions(
        StageRecipe.parse(through).withPatience(Duration.ofSeconds(timeout)),
        build,
        Optional.ofNullable(stage),
        Set.copyOf(streams),
        Optional.ofNullable(fps).map(InputWords::rate));
  }
}
