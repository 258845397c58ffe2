package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramePicturesTest {
  @TempDir Path folder;

  @Test
  void thePicturesOfAFrameAreNamedAfterIt() throws IOException {
    draw(64, 48, DistortionType.BLUR).write(folder);

    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "frame-000007-reference.png", "frame-000007-processed.png", "frame-000007-blur.png");
    }
  }

  @Test
  void referenceAndProcessedAreThereAtFullSizeAndInColour() throws IOException {
    draw(64, 48, DistortionType.BLUR).write(folder);

    BufferedImage reference = ImageIO.read(folder.resolve("frame-000007-reference.png").toFile());
    BufferedImage processed = ImageIO.read(folder.resolve("frame-000007-processed.png").toFile());

    assertThat(new int[] {reference.getWidth(), reference.getHeight()}).containsExactly(64, 48);
    Color corner = new Color(reference.getRGB(63, 0));
    assertThat(corner.getRed()).isGreaterThan(corner.getGreen() + 150);
    assertThat(new Color(processed.getRGB(63, 47)).getRed()).isLessThan(corner.getRed());
  }

  @Test
  void moreAndLessHaveHuesOfTheirOwnAndNoDifferenceStaysGrey() {
    BufferedImage overlay =
        draw(320, 160, DistortionType.NOISE).overlays().get(DistortionType.NOISE);

    Color more = new Color(overlay.getRGB(96, 80));
    Color less = new Color(overlay.getRGB(224, 80));
    Color none = new Color(overlay.getRGB(160, 80));

    assertThat(more.getRed()).isGreaterThan(more.getBlue() + 80);
    assertThat(less.getBlue()).isGreaterThan(less.getRed() + 80);
    assertThat(Math.abs(none.getRed() - none.getBlue())).isLessThan(25);
  }

  @Test
  void theOverlayChangesSmoothlyWithinACell() {
    BufferedImage overlay =
        draw(320, 160, DistortionType.NOISE).overlays().get(DistortionType.NOISE);

    for (int x = 1; x < 320; x++) {
      int step =
          Math.abs(
              new Color(overlay.getRGB(x, 80)).getRed()
                  - new Color(overlay.getRGB(x - 1, 80)).getRed());
      assertThat(step).as("step at %d", x).isLessThan(12);
    }
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "65, 67", "1, 1", "17, 300", "1280, 90"})
  void everySizeGetsALegendBelowThePicture(int width, int height) {
    BufferedImage overlay =
        draw(width, height, DistortionType.OVERSHARPENING)
            .overlays()
            .get(DistortionType.OVERSHARPENING);

    assertThat(overlay.getWidth()).isEqualTo(width);
    assertThat(overlay.getHeight()).isGreaterThan(height);
  }

  private static FramePictures draw(int width, int height, DistortionType type) {
    Evidence evidence = Runs.ramps(width, height).at(7).orElseThrow();
    return FramePictures.draw(7, evidence, List.of(type));
  }
}
