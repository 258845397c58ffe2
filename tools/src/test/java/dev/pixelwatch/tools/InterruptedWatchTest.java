package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FrameRate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class InterruptedWatchTest {
  private static final int FRAMES = 500;

  @TempDir Path folder;

  /** Live mode publishes at the rate of the video: there is time to be interrupted. */
  @Test
  void ctrlCEndsTheRunWithASummaryAndAReportOfWhatIsThere() throws Exception {
    List<Picture> frames = Collections.nCopies(FRAMES, Clips.street(64, 64, 1).get(0));
    Path video =
        Clips.video(folder.resolve("slow.mkv"), frames, FrameRate.of(5), Encoding.mjpeg(2));
    Path report = folder.resolve("report");

    Program.End end;
    try (Program program =
        Program.start(
            folder,
            Main.class,
            List.of("-Xmx512m"),
            "watch",
            video,
            video,
            "--mode",
            "live",
            "--json",
            "--report",
            report)) {
      program.await("Watching: [1-9]\\d* of 500 frames");
      program.signal("INT");
      end = program.end();
    }

    assertThat(end.exitCode()).as(end.err()).isEqualTo(130);
    assertThat(end.err()).contains("Ending ...", "The report is ").doesNotContain("no partner");
    JsonNode summary = JsonMapper.builder().build().readTree(end.out());
    int scored = summary.get("outcomes").get("scored").asInt();
    assertThat(scored).isBetween(1, FRAMES - 1);
    assertThat(summary.get("frames").asInt()).isLessThan(FRAMES);
    assertThat(Files.readString(report.resolve("summary.json"))).isEqualTo(end.out());
  }
}
