package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.tools.record.BuildId;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands around recordings, on a real broker and the real network. */
final class RecordCommandTest {
  private static final int FRAMES = 12;
  private static final BuildId BUILD = new BuildId("cam1", "isp", "7");

  @TempDir private static Path shared;
  private static EmbeddedBroker broker;

  /** What 'watch --record' made. */
  private static Path recording;

  @TempDir private Path temp;

  @BeforeAll
  static void watch() {
    broker = EmbeddedBroker.start(shared.resolve("broker"));
    List<Picture> street = Clips.street(128, 96, FRAMES);
    Path before = Clips.video(shared.resolve("before.mkv"), street);
    Path after = Clips.video(shared.resolve("after.mkv"), Clips.filtered(street, "gblur=sigma=2"));
    recording = shared.resolve("recording");
    Cli.Run run =
        Cli.run(
            "watch",
            before,
            after,
            "--stream",
            "cam1",
            "--stage",
            "isp",
            "--build",
            "7",
            "--record",
            recording);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void watchRecordsItsFramesAndWhatCameOfThem() {
    Cli.Run inspected = Cli.run("inspect", recording);

    assertThat(inspected.exitCode()).isZero();
    assertThat(inspected.out())
        .contains(
            "stream cam1, stage isp, build 7, frames 0 to 11",
            "12 frames.reference, 12 frames.processed, 12 scores, 12 maps, 12 outcomes",
            "scored by live",
            "It is whole.");
  }

  @Test
  void whatIsReplayedAndRecordedAgainIsTheSameByteForByte() {
    replayTo("again");
    Cli.Run recorded = record(temp.resolve("again"), "again");

    assertThat(recorded.exitCode()).as(recorded.err()).isZero();
    assertThat(values(temp.resolve("again")))
        .hasSizeGreaterThanOrEqualTo(5 * FRAMES)
        .containsExactlyInAnyOrderElementsOf(values(recording));
  }

  @Test
  void twoRescoresGiveTheSameBytesAndTheScoresOfTheFirstRun() throws IOException {
    Path a = temp.resolve("a");
    Path b = temp.resolve("b");
    assertThat(Cli.run("replay", recording, "--rescore", "--out", a).exitCode()).isZero();
    assertThat(Cli.run("replay", recording, "--rescore", "--out", b).exitCode()).isZero();

    for (String file : List.of("cam1.7.scores.avro", "cam1.7.maps.avro")) {
      assertThat(a.resolve(file)).hasSameBinaryContentAs(b.resolve(file));
    }
    assertThat(scores(a)).hasSize(FRAMES).isEqualTo(scores(recording));
    assertThat(Cli.run("inspect", a).exitCode()).isZero();
  }

  @Test
  void theReferencesThroughAStageAreABuildOfTheirOwn() {
    Path out = temp.resolve("sharp");
    Cli.Run run =
        Cli.run(
            "process", recording, "--through", "filter:unsharp", "--build", "sharp", "--out", out);

    assertThat(run.exitCode()).as(run.err()).isZero();
    BuildId sharp = new BuildId("cam1", "isp", "sharp");
    try (Recording made = Recording.open(out);
        Recording source = Recording.open(recording)) {
      assertThat(made.count(sharp, RecordKind.PROCESSED)).isEqualTo(FRAMES);
      assertThat(made.scores(sharp)).hasSize(FRAMES);
      assertThat(made.maps(sharp)).hasSize(FRAMES);
      assertThat(made.referenceSha256(sharp)).isEqualTo(source.referenceSha256(BUILD));
    }
    assertThat(Cli.run("inspect", out).exitCode()).isZero();
  }

  @Test
  void aProgramThatChangesNothingScoresZero() {
    Path out = temp.resolve("same");
    Cli.Run run =
        Cli.run("process", recording, "--through", "exec:cat", "--build", "same", "--out", out);

    assertThat(run.exitCode()).as(run.err()).isZero();
    try (Recording made = Recording.open(out)) {
      assertThat(made.scores(new BuildId("cam1", "isp", "same")))
          .hasSize(FRAMES)
          .allMatch(score -> score.getScore() == 0);
    }
  }

  @Test
  void aStageThatFailsLeavesNothingBehind() throws IOException {
    Path out = temp.resolve("none");
    Cli.Run run =
        Cli.run(
            "process",
            recording,
            "--through",
            "exec:exit 5",
            "--build",
            "x",
            "--out",
            out,
            "--no-score");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("ended with exit code 5").doesNotContain("\tat ");
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFilterThatChangesTheSizeIsRefused() {
    Cli.Run run =
        Cli.run(
            "process",
            recording,
            "--through",
            "filter:scale=64:48",
            "--build",
            "x",
            "--out",
            temp.resolve("none"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("made a frame of 64 x 48 from one of 128 x 96");
  }

  @Test
  void ctrlCEndsARecordingThatIsWhole() throws Exception {
    Path out = temp.resolve("ended");
    replayTo("live");
    try (Program program =
        Program.start(
            temp,
            Main.class,
            List.of("-Xmx256m"),
            "record",
            "--out",
            out,
            "--topic-prefix",
            "live",
            "--from",
            "beginning",
            "--bootstrap-servers",
            servers())) {
      program.await("Recording: [1-9]\\d* frames");
      program.signal("INT");

      assertThat(program.end().exitCode()).isEqualTo(130);
    }
    assertThat(Cli.run("inspect", out).out()).contains("it was interrupted", "It is whole.");
    assertThat(values(out)).containsExactlyInAnyOrderElementsOf(values(recording));
  }

  @Test
  void aRecordingEndsBeforeItGrowsTooLarge() {
    Path out = temp.resolve("small");
    replayTo("small");
    Cli.Run run = record(out, "small", "--max-size", "100kB");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("it reached its largest size");
    try (Recording opened = Recording.open(out)) {
      assertThat(opened.manifest().orElseThrow().bytes()).isBetween(20_000L, 110_000L);
      assertThat(opened.flaws()).isEmpty();
    }
  }

  @Test
  void onlyWhatIsAskedForIsRecorded() {
    Path out = temp.resolve("scores");
    replayTo("some");
    Cli.Run scores = record(out, "some", "--only", "scores,maps", "--stream", "cam1");
    Cli.Run others = record(temp.resolve("others"), "some", "--stream", "cam2");

    assertThat(scores.out()).contains("12 scores, 12 maps").doesNotContain("frames.reference");
    assertThat(others.out()).contains("0 B in 0 files");
  }

  @Test
  void topicsThatAreNotThereAreNotMade() {
    Cli.Run run = record(temp.resolve("none"), "mistyped");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there are no topics mistyped.*", "--topic-prefix");
    assertThat(temp.resolve("none")).doesNotExist();
  }

  @Test
  void inspectNamesWhatIsDamagedAndEndsWithTwo() throws IOException {
    Path damaged = temp.resolve("damaged");
    assertThat(Cli.run("replay", recording, "--rescore", "--out", damaged).exitCode()).isZero();
    Path maps = damaged.resolve("cam1.7.maps.avro");
    byte[] bytes = Files.readAllBytes(maps);
    bytes[bytes.length / 2] ^= 1;
    Files.write(maps, bytes);

    Cli.Run run = Cli.run("inspect", damaged, "--json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains(
            "\"whole\" : false", "cam1.7.maps.avro: its checksum is not that of the manifest");
  }

  private static void replayTo(String prefix) {
    Cli.Run run =
        Cli.run(
            "replay",
            recording,
            "--speed",
            "max",
            "--topic-prefix",
            prefix,
            "--bootstrap-servers",
            servers());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  /** Records all that the topics of a prefix hold. */
  private static Cli.Run record(Path out, String prefix, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "record",
                "--out",
                out,
                "--topic-prefix",
                prefix,
                "--from",
                "beginning",
                "--to",
                "now",
                "--bootstrap-servers",
                servers()));
    words.addAll(List.of(more));
    return Cli.run(words.toArray());
  }

  private static String servers() {
    return broker.bootstrapServers();
  }

  private static List<String> values(Path folder) {
    try (Recording opened = Recording.open(folder)) {
      return opened.inPublishedOrder(Selection.ALL).map(RecordCommandTest::text).toList();
    }
  }

  private static String text(RecordedMessage message) {
    return message.kind()
        + " "
        + message.partition()
        + " "
        + Base64.getEncoder().encodeToString(message.key())
        + " "
        + Base64.getEncoder().encodeToString(message.value());
  }

  private static List<Double> scores(Path folder) {
    try (Recording opened = Recording.open(folder)) {
      return opened.scores(BUILD).map(Score::getScore).toList();
    }
  }
}
