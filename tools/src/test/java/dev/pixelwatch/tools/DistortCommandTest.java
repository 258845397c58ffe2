package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void theHelpPromisesNoMoreOfSeverityThanWasMeasured() {
    assertThat(Cli.run("distort", "--help").out())
        .contains("meant to be about equally visible", "docs/severity.csv");
  }

  @Test
  void withoutATypeItSaysWhatIsMissing() {
    Cli.Run run = Cli.run("distort", photo);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--type", "--contact-sheet");
  }

  @Test
  void aSeverityOfZeroGivesThePhotographBack() throws IOException {
    BufferedImage same = image("blur", "0");

    assertThat(difference(ImageIO.read(photo.toFile()), same)).isLessThan(3);
  }

  @Test
  void anImageOfAnyTypeHasTheSizeOfThePhotograph() throws IOException {
    for (DistortionType type : DistortionType.values()) {
      BufferedImage result = image(type.id(), "0.5");

      assertThat(result.getWidth()).as(type.id()).isEqualTo(160);
      assertThat(result.getHeight()).as(type.id()).isEqualTo(96);
    }
  }

  @Test
  void moreSeverityIsMoreDifference() throws IOException {
    BufferedImage clean = ImageIO.read(photo.toFile());
    for (String type : List.of("noise", "blocking", "exposure")) {
      assertThat(
              List.of("0.1", "0.4", "0.9").stream()
                  .map(severity -> difference(clean, image(type, severity)))
                  .toList())
          .as(type)
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void belowZeroTheDirectionTurnsAround() {
    assertThat(mean(image("exposure", "-0.5"))).isLessThan(mean(image("exposure", "0")));
    assertThat(mean(image("exposure", "0.5"))).isGreaterThan(mean(image("exposure", "0")));
  }

  @Test
  void theNameOfATypeMayBeInCapitals() {
    assertThat(image("BLUR", "0.5").getWidth()).isEqualTo(160);
  }

  @Test
  void evenAnImageOfOnePixelHasAContactSheet() {
    Path pixel = Clips.noise(folder.resolve("pixel.png"), 1, 1);

    Cli.Run run = Cli.run("distort", pixel, "--contact-sheet", "--out", folder.resolve("s.png"));

    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private BufferedImage image(String type, String severity) {
    Path out = folder.resolve("made/" + type + severity + ".png");
    Cli.Run run = Cli.run("distort", photo, "--type", type, "--severity", severity, "--out", out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("Written: " + out + "\n");
    try {
      return ImageIO.read(out.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Mean absolute difference of the green samples. */
  private static double difference(BufferedImage a, BufferedImage b) {
    double sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        sum += Math.abs(green(a, x, y) - green(b, x, y));
      }
    }
    return sum / (a.getWidth() * a.getHeight());
  }

  private static double mean(BufferedImage image) {
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        sum += green(image, x, y);
      }
    }
    return sum / (image.getWidth() * image.getHeight());
  }

  private static int green(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >> 8 & 0xff;
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
