package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.Picture;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailTest {
  @Test
  void theDetailLiesWhereTheTypeIsStrongest() {
    Detail detail = detail(640, 320, 15, 30);

    BufferedImage whole = image(Runs.ramp(640, 320, 1));

    // Row 15 and column 30 are 248 and 488 in pixels; the lower edge is 320.
    assertThat(detail.reference().getRGB(0, 0)).isEqualTo(whole.getRGB(488 - 80, 248 - 45));
  }

  @Test
  void theDetailFollowsTheDirectionOfTheWholeFrame() {
    int cells = 40 * 20;
    float[] values = new float[DistortionType.COUNT * cells];
    Arrays.fill(values, 0.6f);
    values[DistortionType.BLUR.ordinal() * cells] = 0.1f; // Upper left: less, and by more.
    values[(DistortionType.BLUR.ordinal() + 1) * cells - 1] = 0.7f; // Lower right: more.
    Picture ramp = Runs.ramp(640, 320, 1);
    Evidence evidence = new Evidence(ramp, ramp, new DistortionMap(20, 40, values));

    Detail detail = Detail.of(evidence, image(ramp), image(ramp), DistortionType.BLUR);

    assertThat(detail.reference().getRGB(159, 89)).isEqualTo(image(ramp).getRGB(639, 319));
  }

  @ParameterizedTest
  @CsvSource({"640, 320, 0, 0", "640, 320, 19, 39", "65, 33, 2, 4", "16, 16, 0, 0"})
  void theDetailLiesWithinTheFrame(int width, int height, int row, int column) {
    Detail detail = detail(width, height, row, column);

    assertThat(detail.reference().getWidth()).isEqualTo(Math.min(160, width));
    assertThat(detail.difference().getHeight()).isEqualTo(Math.min(90, height));
  }

  @Test
  void noDifferenceIsGreyAndADarkerPixelIsDarkerStill() {
    Detail detail = detail(640, 320, 10, 35);

    assertThat(detail.difference().getRGB(159, 89) & 0xff).isLessThan(60);

    Picture same = Runs.ramp(64, 64, 1);
    Evidence identical = new Evidence(same, same, Runs.blob(64, 64));
    Detail none = Detail.of(identical, image(same), image(same), DistortionType.BLUR);
    assertThat(none.difference().getRGB(0, 0) & 0xffffff).isEqualTo(0x808080);
  }

  private static Detail detail(int width, int height, int row, int column) {
    int rows = DistortionMap.cells(height);
    int columns = DistortionMap.cells(width);
    float[] values = new float[DistortionType.COUNT * rows * columns];
    Arrays.fill(values, 0.5f);
    values[(DistortionType.BLUR.ordinal() * rows + row) * columns + column] = 0.1f;
    Evidence evidence =
        new Evidence(
            Runs.ramp(width, height, 1),
            Runs.ramp(width, height, 0.8f),
            new DistortionMap(rows, columns, values));
    return Detail.of(
        evidence, image(evidence.reference()), image(evidence.processed()), DistortionType.BLUR);
  }

  private static BufferedImage image(Picture picture) {
    return ImageFiles.toBufferedImage(Colour.toRgb(picture));
  }
}
