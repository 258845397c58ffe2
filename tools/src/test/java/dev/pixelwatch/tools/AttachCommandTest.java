package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.ResultReader;
import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.schemas.StreamStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AttachCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private static List<JsonNode> events(String out, String kind) {
    return out.lines()
        .map(JSON::readTree)
        .filter(event -> event.get("event").asString().equals(kind))
        .toList();
  }

  private static JsonNode ended(Cli.Run run) {
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    List<JsonNode> ended = events(run.out(), "ended");
    assertThat(ended).hasSize(1);
    return ended.get(0);
  }

  private static Cli.Run attach(Object... arguments) {
    return Cli.run(Stream.concat(Stream.of("attach", "--json"), Stream.of(arguments)).toArray());
  }

  private Path video(String name, List<Picture> frames) {
    return Clips.video(folder.resolve(name), frames);
  }

  @Test
  void aSourceThroughAStageIsScoredFrameByFrame() {
    Path video = video("source.mkv", Clips.street(96, 64, 60));

    JsonNode end =
        ended(attach("--source", video, "--through", "filter:gblur=sigma=3", "--mode", "complete"));

    assertThat(end.get("state").asString()).isEqualTo("ENDED");
    assertThat(end.get("reason").asString()).isEqualTo("it has ended");
    assertThat(end.get("reference_frames").asInt()).isEqualTo(60);
    assertThat(end.get("scored").asInt() + end.get("dropped").asInt()).isEqualTo(60);
    assertThat(end.get("score").asDouble()).isNegative();
  }

  @Test
  void twoVideosThatBeginAtDifferentTimesAreAlignedByTheirContent() {
    List<Picture> street = Clips.street(160, 96, 250);
    Path reference = video("reference.mkv", street);
    Path processed =
        video("processed.mkv", Clips.filtered(street.subList(12, 250), "gblur=sigma=2"));

    JsonNode end = ended(attach("--reference", reference, "--processed", processed));

    assertThat(end.get("offset_frames").asInt()).isEqualTo(-12);
    assertThat(end.get("scored").asInt()).isPositive();
    assertThat(end.get("failed").asInt()).isZero();
    assertThat(end.get("shift_x").asDouble()).isBetween(-0.3, 0.3);
  }

  @Test
  void picturesThatAreNotAlignedAreNotScored() {
    Path reference = video("reference.mkv", Clips.street(160, 96, 120));
    Path processed =
        video(
            "processed.mkv",
            Clips.filtered(Clips.street(160, 96, 120), "lutyuv=y=90,noise=alls=40:allf=t"));

    JsonNode end = ended(attach("--reference", reference, "--processed", processed));

    assertThat(end.get("scored").asInt() + end.get("unmatched").asInt()).isZero();
    assertThat(end.get("offset_frames").isNull()).isTrue();
  }

  @Test
  void sidesOfDifferentSizesAreUnalignedUntilASizeIsGiven() {
    Path large = video("large.mkv", Clips.street(160, 96, 50));
    Path small = video("small.mkv", Clips.street(80, 48 + 16, 50));

    Cli.Run without = attach("--reference", large, "--processed", small, "--align", "number");
    Cli.Run with =
        attach("--reference", large, "--processed", small, "--align", "number", "--size", "80x64");

    assertThat(ended(without).get("scored").asInt()).isZero();
    assertThat(without.out()).contains("UNALIGNED", "a size for both is needed");
    assertThat(ended(with).get("scored").asInt()).isPositive();
  }

  @Test
  void aSideThatIsLostIsAStateAndItsReturnIsSeen() throws Exception {
    List<Picture> street = Clips.street(96, 64, 100);
    try (MjpegCamera reference = new MjpegCamera(folder, street);
        MjpegCamera processed = new MjpegCamera(folder, street);
        Program program =
            Program.start(
                folder,
                Main.class,
                List.of("-Xmx512m"),
                "attach",
                "--reference",
                reference.uri(),
                "--processed",
                processed.uri(),
                "--align",
                "time",
                "--tolerance",
                "500")) {
      program.await("stream: LIVE");
      processed.unplug();
      program.await("stream: PROCESSED_LOST");
      program.await("trying again in");
      processed.plugIn();
      program.await("PROCESSED_LOST.*stream: LIVE");
      program.signal("INT");
      Program.End end = program.end();

      assertThat(end.exitCode()).isEqualTo(130);
      assertThat(end.err()).contains("Ending ...").doesNotContain("\tat ");
      assertThat(end.out()).containsPattern("stream: \\d+ reference and \\d+ processed frames");
    }
  }

  @Test
  void withoutAMonitorFramesAndStatesAreOnTheTopics() throws Exception {
    Path video = video("source.mkv", Clips.street(96, 64, 75));
    Path rig =
        Files.writeString(
            folder.resolve("rig.yaml"),
            """
            streams:
              - {stream: one, stage: filter, source: %s, through: "filter:gblur=sigma=1"}
              - {stream: two, stage: codec, source: %s, through: "encode:mpeg4:b=200k"}
            """
                .formatted(video, video));
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      Cli.Run run =
          attach(
              "--config",
              rig,
              "--publish-only",
              "--bootstrap-servers",
              broker.bootstrapServers(),
              "--topic-prefix",
              "rig");

      assertThat(run.exitCode()).as(run.err()).isZero();
      List<StreamStatus> statuses = statuses(broker, "rig");
      assertThat(statuses).extracting(StreamStatus::getStream).contains("one", "two");
      assertThat(statuses)
          .filteredOn(status -> status.getStream().equals("two"))
          .extracting(StreamStatus::getState)
          .contains(StreamState.LIVE)
          .endsWith(StreamState.ENDED);
      assertThat(events(run.out(), "ended"))
          .allSatisfy(end -> assertThat(end.get("processed_frames").asInt()).isPositive());
    }
  }

  private List<StreamStatus> statuses(EmbeddedBroker broker, String prefix) {
    MonitorConfig config =
        MonitorConfig.builder(broker.bootstrapServers(), folder.resolve("reader"))
            .topicPrefix(prefix)
            .build();
    List<StreamStatus> statuses = new ArrayList<>();
    try (ResultReader reader = ResultReader.fromBeginning(config)) {
      List<Result> results = reader.poll(Duration.ofSeconds(5));
      while (!results.isEmpty()) {
        for (Result result : results) {
          if (result instanceof Result.Stated stated) {
            statuses.add(stated.status());
          }
        }
        results = reader.poll(Duration.ofSeconds(1));
      }
    }
    return statuses;
  }

  @Test
  void anAlertIsToldWhenItOpensAndWhenItIsOver() {
    Cli.Run run =
        attach(
            "--source",
            "lavfi:testsrc2=size=96x64:rate=20",
            "--through",
            "filter:drawbox=color=black:t=fill:enable='between(t,2,5)'",
            "--duration",
            9);

    ended(run);
    List<JsonNode> alerts =
        events(run.out(), "alert").stream()
            .map(event -> event.get("alert"))
            .filter(alert -> alert.get("kind").asString().equals("black"))
            .toList();
    assertThat(alerts).hasSize(2);
    assertThat(alerts.get(0).get("opened_frame").asInt()).isBetween(35, 45);
    assertThat(alerts.get(0).get("closed_frame").isNull()).isTrue();
    assertThat(alerts.get(1).get("id")).isEqualTo(alerts.get(0).get("id"));
    assertThat(alerts.get(1).get("closed_frame").asInt()).isBetween(95, 105);
  }

  @Test
  void aRunOfSoLongEndsByItself() {
    JsonNode end =
        ended(
            attach(
                "--source",
                "lavfi:testsrc2=s=96x64:r=10",
                "--through",
                "filter:null",
                "--duration",
                "3.5"));

    assertThat(end.get("reason").asString()).isEqualTo("it was stopped");
    assertThat(end.get("reference_frames").asInt()).isBetween(1, 60);
  }
}
