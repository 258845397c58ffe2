package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.tools.attach.AlignBy;
import dev.pixelwatch.tools.attach.AttachOptions;
import dev.pixelwatch.tools.attach.AttachSession;
import dev.pixelwatch.tools.attach.InputWords;
import dev.pixelwatch.tools.attach.RigFile;
import dev.pixelwatch.tools.attach.StreamListener.StreamNews;
import dev.pixelwatch.tools.attach.StreamSpec;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch attach}. */
@Command(
    name = "attach",
    description = {
      "Watches live streams: cameras, network streams, files at their own rate, or anything else"
          + " that FFmpeg opens.",
      "",
      "Give what goes into a stage and what comes out of it, or one source and a stage that"
          + " Pixelwatch runs itself, or a file that lists many streams."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch attach --reference rtsp://cam/raw --processed rtsp://cam/isp",
      "  pixelwatch attach --source /dev/video0 --through encode:libopenh264:b=2M",
      "      Watches a codec with one camera.",
      "  pixelwatch attach --source lavfi:testsrc2=r=30 --through filter:gblur=2",
      "  pixelwatch attach --reference in.mp4 --processed out.mp4 --align number",
      "  pixelwatch attach --config rig.yaml --publish-only --bootstrap-servers k:9092",
      "      Only captures; 'pixelwatch monitor' scores elsewhere.",
      "",
      "A side that is lost is opened again. Ctrl-C ends it; the exit code is then 130."
    })
final class AttachCommand implements Callable<Integer> {
  private static final List<String> OF_ONE_STREAM =
      List.of(
          "--reference",
          "--processed",
          "--source",
          "--through",
          "--stream",
          "--stage",
          "--build",
          "--size",
          "--fps",
          "--format",
          "--input-option",
          "--align",
          "--tolerance");

  @Option(
      names = "--reference",
      paramLabel = "URI",
      description =
          "What goes into the stage: a device, rtsp://, udp://, srt://, http://, a file, an image"
              + " sequence (f/%%05d.png), - for the standard input, or lavfi:GRAPH.")
  private String reference;

  @Option(names = "--processed", paramLabel = "URI", description = "What comes out of the stage.")
  private String processed;

  @Option(
      names = "--source",
      paramLabel = "URI",
      description = "What goes into a stage that Pixelwatch runs itself.")
  private String source;

  @Option(
      names = "--through",
      paramLabel = "STAGE",
      description =
          "That stage: filter:GRAPH (filters of FFmpeg), encode:NAME[:key=value...] (an encoder"
              + " with its options, then decoded again), or exec:COMMAND (a program; the shell"
              + " runs it). Its frames are paired by number.")
  private String through;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A YAML file that lists many streams, instead of options that describe one.")
  private Path config;

  @Option(
      names = "--stream",
      defaultValue = "stream",
      description = "Name of the stream (default: ${DEFAULT-VALUE}).")
  private String stream;

  @Option(
      names = "--stage",
      defaultValue = "stage",
      description = "What stands between the sides, such as isp (default: ${DEFAULT-VALUE}).")
  private String stage;

  @Option(
      names = "--build",
      defaultValue = "unknown",
      description = "Version of the stage (default: ${DEFAULT-VALUE}).")
  private String build;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description =
          "Size of the frames: cameras and raw samples are opened with it, all else is scaled.")
  private String size;

  @Option(
      names = "--fps",
      paramLabel = "RATE",
      description = "Frames per second, such as 30 or 30000/1001, where the input does not tell.")
  private String fps;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "FFmpeg's name of the input format, such as v4l2, mpegts or mjpeg; i420 or nv12 for raw"
              + " samples, for both sides; a rig file has it for each (default: guessed).")
  private String format;

  @Option(
      names = "--input-option",
      paramLabel = "KEY=VALUE",
      description =
          "An option of FFmpeg for both sides, such as rtsp_transport=tcp; a rig file has them for"
              + " each. Repeatable.")
  private Map<String, String> inputOptions = new HashMap<>();

  @Option(
      names = "--align",
      paramLabel = "HOW",
      description =
          "number, time, or auto: find the temporal offset by content (default: auto; number with"
              + " --through).")
  private AlignBy align;

  @Option(
      names = "--tolerance",
      paramLabel = "MS",
      description = "Furthest distance of capture times with --align time (default: half a frame).")
  private Long tolerance;

  @Option(
      names = "--publish-only",
      description = "Only capture and publish; monitors elsewhere score.")
  private boolean publishOnly;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "End after so many seconds (default: never).")
  private Double duration;

  @Mixin private SystemArguments system;
  @Mixin private HttpOptions http;

  @Option(names = "--json", description = "Print what happens as one JSON object a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    AttachOptions options = options();
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    Optional<LiveServer> page = http.open();
    HttpOptions.tell(page, err);
    try (LiveServer closed = page.orElse(null);
        Interruption interruption = new Interruption(() -> err.println("Ending ..."))) {
      StreamDisplay.ended(attach(options, page, interruption), json, out);
      return interruption.getAsBoolean() ? Interruption.EXIT_CODE : ExitCode.OK;
    }
  }

  private List<StreamNews> attach(
      AttachOptions options, Optional<LiveServer> page, Interruption interruption) {
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = Progress.start("Attached", 0, "frames", err)) {
      StreamDisplay display = new StreamDisplay(progress, json, spec.commandLine().getOut());
      return new AttachSession(options, HttpOptions.registry(page), display, page)
          .run(interruption);
    }
  }

  private AttachOptions options() {
    if (publishOnly && system.bootstrapServers().isEmpty()) {
      throw new UserError(
          "--publish-only needs a cluster whose monitors score the frames",
          "Give it with --bootstrap-servers HOST:PORT.");
    }
    if (publishOnly && system.networkIsGiven()) {
      throw new UserError(
          "--network is for what scores, and --publish-only does not",
          "Give it to 'pixelwatch monitor'.");
    }
    if (duration != null && !(duration > 0)) {
      throw new UserError("--duration is " + duration, "Give seconds above 0, or leave it out.");
    }
    return new AttachOptions(
        config == null ? List.of(stream()) : streams(),
        publishOnly,
        Optional.ofNullable(duration).map(s -> Duration.ofMillis(Math.round(1000 * s))),
        system.options());
  }

  private List<StreamSpec> streams() {
    List<String> beside =
        OF_ONE_STREAM.stream()
            .filter(spec.commandLine().getParseResult()::hasMatchedOption)
            .toList();
    if (!beside.isEmpty()) {
      throw new UserError(
          "--config already says which streams there are and how, and beside it stands "
              + String.join(", ", beside),
          "Write it into the file, where each stream and each input has its own.");
    }
    return RigFile.read(config);
  }

  private StreamSpec stream() {
    return InputWords.stream(
        new InputWords.Names(stream, stage, build),
        new InputWords.Inputs(
            Optional.ofNullable(reference),
            Optional.ofNullable(processed),
            Optional.ofNullable(source),
            Optional.ofNullable(through)),
        uri ->
            InputWords.input(
                uri,
                Optional.ofNullable(format),
                Optional.ofNullable(size),
                Optional.ofNullable(fps),
                inputOptions),
        Optional.ofNullable(align),
        Optional.ofNullable(tolerance));
  }
}
