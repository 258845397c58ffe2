package dev.pixelwatch.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.Pictures;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.tools.record.BuildId;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.record.RecordingWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recordings: one reference through two stages, as {@code process} records them. */
final class CompareRecordingsTest {
  private static final int FRAMES = 40;

  @TempDir static Path shared;
  private static List<Picture> street;
  private static Path mild;
  private static Path noisy;

  @TempDir Path folder;

  @BeforeAll
  static void process() {
    street = Clips.street(128, 96, FRAMES);
    Path source = record(shared.resolve("source"), street);
    mild = process(source, "mild", "noise=c0s=3:c0f=t");
    noisy = process(source, "noisy", "noise=c0s=20:c0f=t");
  }

  private static Path process(Path source, String build, String filter) {
    Path out = shared.resolve(build);
    Cli.Run run =
        Cli.run("process", source, "--through", "filter:" + filter, "--build", build, "--out", out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return out;
  }

  /** A recording of reference frames alone. */
  private static Path record(Path folder, List<Picture> frames) {
    BuildId build = new BuildId("cam1", "isp", "0");
    try (RecordingWriter writer = RecordingWriter.create(folder, "test")) {
      for (int i = 0; i < frames.size(); i++) {
        FrameIdentity identity = new FrameIdentity("cam1", "isp", "0", i, i * 40_000L);
        writer.append(
            new RecordedMessage(
                RecordKind.REFERENCE,
                build,
                1_000 + 40L * i,
                0,
                "cam1".getBytes(UTF_8),
                Records.FRAME.encode(Pictures.toFrame(identity, frames.get(i)))));
      }
    }
    return folder;
  }

  @Test
  void theScoresInThemAreComparedAndTheFramesShown() throws IOException {
    Path report = folder.resolve("report");

    Cli.Run run = Cli.run("compare", mild, noisy, "--report", report);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .contains("A: mild (mild)", "B: noisy (noisy)", "40 common frames", "more luma noise")
        .contains("covering reading recorded scores");
    assertThat(Files.readString(report.resolve("compare.html")))
        .contains("Where in the frame", "Frames that differ most");
  }

  @Test
  void scoredAgainTheySayTheSameAsTheScoresInThem() {
    JsonNode recorded = json(Cli.run("compare", mild, noisy, "--json"));
    JsonNode again = json(Cli.run("compare", mild, noisy, "--json", "--rescore"));

    assertThat(again.get("quantities")).isEqualTo(recorded.get("quantities"));
    assertThat(again.get("run").get("covers").asString()).isEqualTo("decode, network");
  }

  @Test
  void aReportIsDrawnByTheNetworkThatScored() throws IOException {
    // Named as train names it, and another than the one that is shipped under this name.
    Path own = folder.resolve("live.onnx");
    byte[] producer = {0x12, 1, 'x'};
    try (InputStream shipped = OnnxNetwork.class.getResourceAsStream("/weights/live.onnx");
        OutputStream out = Files.newOutputStream(own)) {
      shipped.transferTo(out);
      out.write(producer);
    }
    Path drawn = folder.resolve("drawn");
    Path bare = folder.resolve("bare");
    for (Path recording : List.of(mild, noisy)) {
      Path again = folder.resolve("own-" + recording.getFileName());
      Cli.run("replay", recording, "--rescore", "--network", own, "--out", again);
    }

    Cli.Run given =
        Cli.run("compare", mild, noisy, "--rescore", "--network", own, "--report", drawn);
    Cli.Run recorded =
        Cli.run(
            "compare",
            folder.resolve("own-" + mild.getFileName()),
            folder.resolve("own-" + noisy.getFileName()),
            "--report",
            bare);

    assertThat(given.err()).doesNotContain("has no pictures");
    assertThat(Files.readString(drawn.resolve("compare.html"))).contains("data:image/");
    assertThat(recorded.exitCode()).as(recorded.err()).isEqualTo(3);
    assertThat(recorded.err()).contains("has no pictures", "--rescore");
  }

  @Test
  void inTopicsTheySayTheSame() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("data/broker"))) {
      for (Path recording : List.of(mild, noisy)) {
        Cli.Run replay =
            Cli.run(
                "replay",
                recording,
                "--speed",
                "max",
                "--bootstrap-servers",
                broker.bootstrapServers());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
      }
    }
    List<Object> compare =
        List.of("compare", "--data", folder.resolve("data"), "--builds", "mild", "noisy", "--json");

    JsonNode topics = json(Cli.run(compare.toArray()));
    Cli.Run before = Cli.run(concat(compare, "--to", "-1h"));

    assertThat(topics.get("quantities"))
        .isEqualTo(json(Cli.run("compare", mild, noisy, "--json")).get("quantities"));
    assertThat(before.exitCode()).isEqualTo(2);
    assertThat(before.err()).contains("no scored or processed frames of build mild");
  }

  private static Object[] concat(List<Object> first, Object... more) {
    return Stream.concat(first.stream(), Arrays.stream(more)).toArray();
  }

  @Test
  void theDirectWayIsOffered() {
    JsonNode json = json(Cli.run("compare", mild, noisy, "--json", "--direct"));

    assertThat(json.get("direct").get("quantities").get("noise").get("direct").asDouble())
        .isPositive();
  }

  @Test
  void whereTheFramesChangeTheirSizeThePlacesAreThoseOfTheFirstSize() throws IOException {
    List<Picture> small = Clips.street(64, 64, 8);
    List<Picture> frames = Stream.concat(small.stream(), street.stream()).toList();
    Path source = record(folder.resolve("sizes"), frames);
    Path plain = process(source, "plain", "null");
    Path grainy = process(source, "grainy", "noise=c0s=20:c0f=t");
    Path report = folder.resolve("report");

    Cli.Run recorded = Cli.run("compare", plain, grainy, "--report", report);
    Cli.Run again = Cli.run("compare", plain, grainy, "--rescore");

    assertThat(List.of(recorded, again))
        .allSatisfy(
            run -> {
              assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
              assertThat(run.out()).contains("48 common frames", "more luma noise");
              assertThat(run.err()).contains("change their size", "40 frames of another");
            });
    assertThat(Files.readString(report.resolve("compare.html"))).contains("change their size");
  }

  @Test
  void oneRecordingWithOneBuildIsNotEnough() {
    Cli.Run run = Cli.run("compare", mild);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("compare needs two builds", "--builds");
  }

  @Test
  void aBuildThatIsNotThereIsRefusedWithThoseThatAre() {
    Cli.Run run = Cli.run("compare", mild, noisy, "--builds", "mild", "8");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("no scored or processed frames of build 8")
        .contains("stream cam1, stage isp, build noisy");
  }

  @Test
  void recordingsOfDifferentReferencesAreRefused() {
    Path other = record(folder.resolve("other"), Clips.filtered(street, "hue=s=0"));
    Path processed = folder.resolve("processed");
    Cli.run("process", other, "--through", "filter:null", "--build", "x", "--out", processed);

    Cli.Run run = Cli.run("compare", mild, processed);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("are of different references: 40 of 40 common frames differ, number 0 first");
  }

  @Test
  void ofADamagedRecordingWhatIsWholeIsComparedAndTheRestNamed() throws IOException {
    Cli.Run run = Cli.run("compare", mild, withACut("maps.avro"));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("maps.avro");
    assertThat(run.out()).contains("40 common frames");
  }

  @Test
  void aRecordingWhoseScoresAreDamagedIsRefusedAndSaysSo() throws IOException {
    Cli.Run run = Cli.run("compare", mild, withACut("scores.avro"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("has no scores", "--rescore", "scores.avro");
  }

  /** The noisy recording with one file that lacks its end. */
  private Path withACut(String name) throws IOException {
    Path damaged = Files.createDirectories(folder.resolve("damaged"));
    try (var files = Files.list(noisy)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        int length = file.toString().endsWith(name) ? bytes.length - 40 : bytes.length;
        Files.write(damaged.resolve(file.getFileName()), Arrays.copyOf(bytes, length));
      }
    }
    return damaged;
  }

  @Test
  void optionsOfVideosAreRefused() {
    Cli.Run run = Cli.run("compare", mild, noisy, "--scale-reference");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--scale-reference is for videos");
  }

  @Test
  void aNetworkIsRefusedWhereNothingIsScored() {
    Cli.Run run = Cli.run("compare", mild, noisy, "--network", "studio");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--network is for frames that are scored now");
  }

  private static JsonNode json(Cli.Run run) {
    assertThat(run.out()).as(run.err()).startsWith("{");
    return JsonMapper.shared().readTree(run.out());
  }
}
