package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DistortCommandTest {
  @TempDir Path folder;
  private Path photo;

  @BeforeEach
  void takePhotograph() {
    photo = Clips.image(folder.resolve("photo.png"), Clips.street(160, 96, 1).get(0));
  }

  @Test
  void theSameSeedGivesTheSameImageAndAnotherSeedAnother() throws IOException {
    byte[] first = distorted("1");
    byte[] again = distorted("1");
    byte[] other = distorted("2");

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void theContactSheetShowsFifteenRowsOfFive() throws IOException {
    Path sheet = folder.resolve("sheet.png");

    Cli.Run run = Cli.run("distort", photo, "--contact-sheet", "--out", sheet);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).isGreaterThan(5 * 160);
    assertThat(ImageIO.read(sheet.toFile()).getHeight()).isGreaterThan(15 * 96);
  }

  @Test
  void aTypeThatDoesNotExistIsAnsweredWithThoseThatDo() {
    Cli.Run run = Cli.run("distort", photo, "--type", "blurr", "--severity", "0.5");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'blurr'", "chroma_noise", "tint");
  }

  @Test
  void aSeverityOutOfRangeIsNamedWithTheRange() {
    Cli.Run run = Cli.run("distort", photo, "--type", "noise", "--severity", "-0.5");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("noise", "0..1", "-0.5");
  }

  @Test
  void withoutATypeItSaysWhatIsMissing() {
    Cli.Run run = Cli.run("distort", photo);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--type", "--contact-sheet");
  }

  private byte[] distorted(String seed) throws IOException {
    Path out = folder.resolve("noisy.png");
    Cli.Run run =
        Cli.run(
            "distort", photo, "--type", "noise", "--severity", "0.6", "--seed", seed, "--out", out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Files.readAllBytes(out);
  }
}
