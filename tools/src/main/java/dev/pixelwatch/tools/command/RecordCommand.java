package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.record.Manifest;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.capture.RecordNews;
import dev.pixelwatch.tools.record.capture.RecordOptions;
import dev.pixelwatch.tools.record.capture.TopicRecorder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch record}. */
@Command(
    name = "record",
    description = {
      "Records frames, scores, maps, outcomes, states and alerts of a cluster into a folder, byte"
          + " for byte, until Ctrl-C or a limit.",
      "",
      "It begins now, or with --data at the beginning, and never ends, or with --data at the end,"
          + " unless --from and --to say otherwise.",
      "",
      "The folder holds Avro files and a manifest. A recording that is broken off can be read up to"
          + " its last second."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch record --out night --bootstrap-servers kafka:9092",
      "  pixelwatch record --out cam1 --bootstrap-servers k:9092 --stream cam1 --from -10m",
      "      What came in the last ten minutes, and what comes until Ctrl-C.",
      "  pixelwatch record --out noon --bootstrap-servers k:9092 --from 2026-05-01T12:00:00Z"
          + " --to 2026-05-01T12:05:00Z",
      "  pixelwatch record --out scores --bootstrap-servers k:9092 --only scores,maps",
      "  pixelwatch record --out run --data topics",
      "      All that 'watch --data topics' or 'attach --data topics' has left there.",
      "",
      "Ctrl-C ends it, and the recording is whole; the exit code is then 130."
    })
final class RecordCommand implements Callable<Integer> {
  private static final Duration NOTICED = Duration.ofSeconds(5);

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "A new or empty folder for the recording.")
  private Path out;

  @Mixin private KindsArgument selected;

  @Mixin private TopicArguments topics;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "End after so many seconds (default: never).")
  private Double duration;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      description = "End before the recording grows larger, such as 500MB or 20GB.")
  private String maxSize;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RecordOptions options = options(Instant.now());
    return topics.read(config -> record(config, options));
  }

  private int record(MonitorConfig config, RecordOptions options) {
    PrintWriter err = spec.commandLine().getErr();
    try (Interruption interruption = new Interruption(() -> err.println("Ending ..."));
        TopicRecorder recorder = new TopicRecorder(config, options, Version.number());
        Progress progress = Progress.start("Recording", 0, "frames", err)) {
      err.println("Recording to " + out + (options.to().isEmpty() ? ". Ctrl-C ends it." : "."));
      err.flush();
      Manifest manifest = recorder.run(interruption, false, news -> show(news, progress));
      RecordingWords.lines(manifest).forEach(spec.commandLine().getOut()::println);
      spec.commandLine().getOut().flush();
      return interruption.getAsBoolean() ? Interruption.EXIT_CODE : ExitCode.OK;
    }
  }

  private static void show(RecordNews news, Progress progress) {
    String gone =
        news.gone() == 0 ? "" : ", %d frames gone before they were read".formatted(news.gone());
    progress.update(
        news.frames(),
        "%d scores, %s%s%s"
            .formatted(
                news.records().getOrDefault(RecordKind.SCORES.id(), 0L),
                SizeArgument.words(news.bytes()),
                gone,
                news.silence().compareTo(NOTICED) > 0 ? ", the broker does not answer" : ""),
        List.of());
  }

  private RecordOptions options(Instant now) {
    if (duration != null && !(duration > 0)) {
      throw new UserError("--duration is " + duration, "Give seconds above 0, or leave it out.");
    }
    TopicArguments.Range range =
        topics.range(
            now,
            topics.areLeftOver()
                ? new TopicArguments.Range(Optional.of(Instant.EPOCH), Optional.of(now))
                : new TopicArguments.Range(Optional.empty(), Optional.empty()));
    return new RecordOptions(
        out,
        selected.kinds(),
        selected.streams(),
        range.from(),
        range.to(),
        Optional.ofNullable(duration).map(s -> Duration.ofMillis(Math.round(1000 * s))),
        maxSize == null ? Long.MAX_VALUE : SizeArgument.parse("--max-size", maxSize));
  }
}
