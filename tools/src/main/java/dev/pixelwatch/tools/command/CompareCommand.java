package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.source.ComparedRecording;
import dev.pixelwatch.tools.compare.source.RecordedBuilds;
import dev.pixelwatch.tools.compare.source.TwoBuilds;
import dev.pixelwatch.tools.compare.source.VideoBuilds;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.files.TemporaryFolder;
import dev.pixelwatch.tools.record.Recording;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelwatch compare}. */
@Command(
    name = "compare",
    description = {
      "Says which distortion build B makes better or worse than build A over the same frames, by how"
          + " much, and whether that is more than chance.",
      "",
      "The intervals respect that neighbouring frames are alike, and hold for all 16 quantities at"
          + " once. More of a distortion is worse; for exposure, contrast, saturation, warmth and"
          + " tint a larger distance from the reference is."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch compare --reference ref.mp4 old.mp4 new.mp4",
      "  pixelwatch compare --reference ref.mp4 old.mp4 new.mp4 --report report",
      "      Writes report/compare.html and compare.json.",
      "  pixelwatch compare --reference ref.mp4 old.mp4 new.mp4 --gate gate.yaml",
      "  pixelwatch compare night-7 night-8 --direct",
      "      Two recordings; their frames are scored again, and B is compared with A.",
      "  pixelwatch compare night --builds 7 8",
      "      Two builds in one recording, by the scores in it.",
      "  pixelwatch compare --bootstrap-servers kafka:9092 --builds 7 8",
      "      Two builds in the topics of a cluster: all up to now, or within --from and --to.",
      "",
      "Exit codes: 0 nothing is worse than allowed, 3 something is, 4 not enough data",
      "to tell, 1 a fault of Pixelwatch, 2 something in the input to mend."
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "A",
      description = "Build to compare with: a video, or the folder of a recording.")
  private Path a;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "Build to judge; left out if both are in one recording, or in topics.")
  private Path b;

  @Option(
      names = "--reference",
      paramLabel = "VIDEO",
      description = "What entered the stage, the same for both videos.")
  private Path reference;

  @Option(
      names = "--builds",
      arity = "2",
      paramLabel = "NAME",
      description = "Which build of a recording or of topics is A, and which is B.")
  private List<String> builds = List.of();

  @Option(
      names = "--stream",
      paramLabel = "S",
      description =
          "Which stream of a recording or of topics, if there are several; give it twice if A and B"
              + " are of different streams.")
  private List<String> streams = List.of();

  @Mixin private TopicArguments topics;

  @Option(names = "--rescore", description = "Score recorded frames again.")
  private boolean rescore;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write compare.html and compare.json into this folder.")
  private Path report;

  @Option(
      names = "--direct",
      description =
          "Compare B also with A itself, without the reference, and say whether both ways agree;"
              + " recorded frames are scored again.")
  private boolean direct;

  @Mixin private NetworkArgument network;

  @Mixin private GateArguments gate;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Compare only the first N frames (default: all).")
  private Long frames;

  @Option(
      names = "--scale-reference",
      description = "Scale a reference of another size to the size of the processed videos.")
  private boolean scaleReference;

  @Option(names = "--json", description = "Print compare.json instead of the table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (frames != null && frames < 1) {
      throw new UserError("--frames is " + frames, "Give 1 or more, or leave it out.");
    }
    Gate checked = gate.gate();
    if (a == null && topics.areGiven()) {
      return compareTopics(checked);
    }
    if (a == null) {
      throw new UserError(
          "compare needs two builds",
          "Name videos or recordings, or topics with --bootstrap-servers or --data; ./pixelwatch"
              + " compare --help has examples.");
    }
    topics.given().ifPresent(option -> refuse(true, option, "topics, without A and B"));
    return compare(Files.isDirectory(a) ? recordings() : videos(), checked);
  }

  private int compare(TwoBuilds opened, Gate checked) {
    try (opened) {
      return new CompareRun(spec, checked, network, direct, json)
          .run(opened, frames == null ? Long.MAX_VALUE : frames, Optional.ofNullable(report));
    }
  }

  private int compareTopics(Gate checked) {
    refuseVideoOptions();
    RecordedBuilds.requireTwo(topics.inWords(), builds, streams);
    boolean withFrames = rescore || direct || report != null;
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path taken = folder.path().resolve("topics");
      PrintWriter err = spec.commandLine().getErr();
      if (!TopicSnapshot.take(topics, Set.copyOf(streams), withFrames, taken, err)) {
        return Interruption.EXIT_CODE;
      }
      ComparedRecording source =
          new ComparedRecording(Recording.open(taken), "topics", topics.inWords());
      return compare(
          new RecordedBuilds(source, source, builds, streams, rescore || direct), checked);
    }
  }

  private TwoBuilds recordings() {
    refuseVideoOptions();
    ComparedRecording first = ComparedRecording.open(a);
    try {
      ComparedRecording second = b == null ? first : ComparedRecording.open(b);
      return new RecordedBuilds(first, second, builds, streams, rescore || direct);
    } catch (RuntimeException | Error e) {
      first.close();
      throw e;
    }
  }

  private TwoBuilds videos() {
    if (!Files.exists(a)) {
      throw new UserError(
          "there is no " + a,
          "Name a video, or the folder that record --out or watch --record named.");
    }
    refuse(!builds.isEmpty(), "--builds", "recordings and topics");
    refuse(!streams.isEmpty(), "--stream", "recordings and topics");
    refuse(rescore, "--rescore", "recordings and topics");
    if (b == null || reference == null) {
      throw new UserError(
          "compare needs two videos and their reference, or recordings",
          "Write: pixelwatch compare --reference REF.mp4 A.mp4 B.mp4");
    }
    return new VideoBuilds(reference, a, b, scaleReference);
  }

  private void refuseVideoOptions() {
    refuse(reference != null, "--reference", "videos");
    refuse(scaleReference, "--scale-reference", "videos");
    boolean scoredNow = rescore || direct;
    refuse(frames != null && !scoredNow, "--frames", "frames that are scored now");
    refuse(network.isGiven() && !scoredNow, "--network", "frames that are scored now");
  }

  private static void refuse(boolean given, String option, String what) {
    if (given) {
      throw new UserError(option + " is for " + what, "Leave it out.");
    }
  }
}
