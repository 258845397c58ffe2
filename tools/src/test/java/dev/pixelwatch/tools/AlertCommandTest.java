package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts on the command line: watch, baseline, rules and the benchmark of the detectors. */
class AlertCommandTest {
  private static final int FRAMES = 75;
  private static final int FAULT = 30;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path shared;
  private static Path reference;
  private static Path faulty;

  @TempDir Path folder;

  @BeforeAll
  static void film() {
    List<Picture> street = Clips.street(256, 192, FRAMES);
    List<Picture> blurred = new ArrayList<>(street.subList(0, FAULT));
    blurred.addAll(Clips.filtered(street.subList(FAULT, FRAMES), "gblur=sigma=3"));
    reference = Clips.video(shared.resolve("reference.mkv"), street);
    faulty = Clips.video(shared.resolve("faulty.mkv"), blurred);
  }

  @Test
  void aFaultIsToldOnceWithTypeFrameAndPlace() throws IOException {
    Path report = folder.resolve("report");

    Cli.Run run = Cli.run("watch", reference, faulty, "--baseline", "identity", "--report", report);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 alert:", "Less sharp than before: blur went from +0.00");
    JsonNode alerts = JSON.readTree(Files.readString(report.resolve("summary.json"))).get("alerts");
    assertThat(alerts.size()).isEqualTo(1);
    assertThat(alerts.get(0).get("type").asString()).isEqualTo("blur");
    assertThat(alerts.get(0).get("opened_frame").asInt()).isEqualTo(FAULT);
    assertThat(alerts.get(0).get("box").get("width").asInt()).isPositive();
    assertThat(Files.readString(report.resolve("report.html")))
        .contains("<h2>Alerts</h2>", "alert, regression");
  }

  @Test
  void aMutedTypeIsNotTold() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "mute: [{kind: regression}]");

    Cli.Run run = Cli.run("watch", reference, faulty, "--baseline", "identity", "--rules", rules);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("alert");
  }

  @Test
  void aWrongRuleIsToldBeforeAnythingIsDone() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "# mine\nspeed: 3\n");

    Cli.Run run = Cli.run("watch", reference, faulty, "--rules", rules);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("rules.yaml, line 2: speed is no rule");
  }

  @Test
  void aBaselineThatIsPinnedFromAFolderIsWhatTheNextRunIsComparedWith() {
    Path data = folder.resolve("data");
    Path baseline = folder.resolve("cam.yaml");
    Cli.Run good =
        Cli.run("watch", reference, reference, "--data", data, "--stream", "cam", "--build", 7);
    assertThat(good.exitCode()).as(good.err()).isZero();

    Cli.Run pinned = Cli.run("baseline", "--data", data, "--stream", "cam", "--out", baseline);
    Cli.Run run = Cli.run("watch", reference, faulty, "--stream", "cam", "--baseline", baseline);

    assertThat(pinned.out()).contains("Baseline of stream cam, build 7, from 75 frames");
    assertThat(run.out()).contains("Less sharp than before");
  }

  @Test
  void aStreamWithoutScoresHasNoBaseline() {
    Cli.Run run = Cli.run("baseline", "--data", folder, "--stream", "none");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there are 0 scores of stream 'none'");
  }

  @Test
  void theBenchmarkCountsFalseAlarmsAndDelaysOnNoiseOfOnesOwn() throws IOException {
    StringBuilder frames =
        new StringBuilder(
            "frame,time_us,outcome,score,noise,chroma_noise,blur,oversharpening,smearing,blocking,"
                + "banding,aliasing,ghosting,corruption,exposure,contrast,saturation,warmth,tint\n");
    for (int frame = 0; frame < 100; frame++) {
      frames.append(frame).append(",0,scored,-1").append(",0.01".repeat(15)).append('\n');
    }
    frames.append("100,0,unmatched").append(",".repeat(16)).append('\n');
    Path noise = Files.writeString(folder.resolve("frames.csv"), frames);

    Cli.Run run =
        Cli.run("bench", "detectors", "--days", 1, "--trials", 3, "--noise", noise, "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode result = JSON.readTree(run.out());
    JsonNode quiet = result.get("false_alarms").get(0);
    assertThat(quiet.get("alarms").asInt()).isZero();
    assertThat(quiet.get("per_week_95").get(1).asDouble()).isBetween(25.0, 26.0);
    JsonNode step = result.get("changes").get(2);
    assertThat(step.get("change").asString()).isEqualTo("step of 0.10");
    assertThat(step.get("found").asInt()).isEqualTo(3);
    assertThat(step.get("median_frames").asDouble()).isLessThan(30);
  }
}
