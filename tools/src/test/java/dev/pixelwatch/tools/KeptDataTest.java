package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FrameRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics that are kept in a folder, and a run that is killed in mid-stream. */
final class KeptDataTest {
  private static final int FRAMES = 60;

  @TempDir static Path shared;
  private static Path reference;
  private static Path noisy;

  @TempDir Path folder;

  @BeforeAll
  static void film() {
    List<Picture> street = Clips.street(256, 192, FRAMES);
    List<Picture> grain = Clips.filtered(street, "noise=c0s=30:c0f=t");
    reference = slow(shared.resolve("reference.mkv"), street);
    noisy = slow(shared.resolve("noisy.mkv"), grain);
  }

  /** Live mode publishes at the rate of the video: there is time to be killed. */
  private static Path slow(Path file, List<Picture> frames) {
    return Clips.video(file, frames, FrameRate.of(10), Encoding.lossless());
  }

  @Test
  void afterAKillTheSameCommandGivesEveryFrameExactlyOneOutcome() throws Exception {
    killInMidStream();
    Path report = folder.resolve("report");

    Cli.Run again =
        Cli.run("watch", reference, noisy, "--data", folder.resolve("data"), "--report", report);

    assertThat(again.exitCode()).as(again.err()).isZero();
    List<String> rows = Files.readAllLines(report.resolve("frames.csv"));
    assertThat(rows).hasSize(1 + FRAMES);
    for (int frame = 0; frame < FRAMES; frame++) {
      assertThat(rows.get(1 + frame)).matches(frame + ",\\d+,(scored|skipped),.*");
    }
  }

  @Test
  void otherVideosUnderTheSameNameAreRefused() {
    Path data = folder.resolve("data");
    Cli.Run first =
        Cli.run("watch", reference, noisy, "--data", data, "--frames", 2, "--stream", "cam");

    Cli.Run other =
        Cli.run("watch", reference, reference, "--data", data, "--frames", 2, "--stream", "cam");

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("'cam' of other videos", "--stream");
  }

  /** Runs the command in a process of its own until it has scored some frames, and kills it. */
  private void killInMidStream() throws IOException, InterruptedException {
    try (Program program =
        Program.start(
            folder,
            Main.class,
            List.of("-Xmx512m"),
            "watch",
            reference,
            noisy,
            "--mode",
            "live",
            "--data",
            folder.resolve("data"))) {
      program.await("Watching: [1-9]\\d* of ");
    }
  }
}
