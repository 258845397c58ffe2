package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.MapPalette;
import dev.pixelwatch.core.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapOverlayTest {
  @ParameterizedTest
  @CsvSource({"64, 48", "17, 33", "1, 1", "200, 15"})
  void anEvenMapColoursEveryPixelAlike(int width, int height) {
    BufferedImage overlay =
        MapOverlay.draw(grey(255, width, height), even(width, height, 0.75f), DistortionType.BLUR);

    int colour = MapPalette.over(178, 0.5); // 0.7 of white, rounded down.
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat(overlay.getRGB(x, y) & 0xffffff).as("%d, %d", x, y).isEqualTo(colour);
      }
    }
  }

  @Test
  void whiteAndBlackLookTheSameInBothRanges() {
    for (int[] codes : new int[][] {{0, 16}, {255, 235}}) {
      BufferedImage full = plain(grey(codes[0], 16, 16));
      BufferedImage limited = plain(grey(codes[1], 16, 16, ColourRange.LIMITED));

      assertThat(limited.getRGB(8, 8)).isEqualTo(full.getRGB(8, 8));
    }
  }

  @Test
  void codesBeyondTheLimitedRangeAreClipped() {
    assertThat(new Color(plain(grey(3, 16, 16, ColourRange.LIMITED)).getRGB(0, 0)))
        .isEqualTo(Color.BLACK);
    assertThat(plain(grey(255, 16, 16, ColourRange.LIMITED)).getRGB(0, 0))
        .isEqualTo(plain(grey(235, 16, 16, ColourRange.LIMITED)).getRGB(0, 0));
  }

  @Test
  void onlyTheTypeAskedForIsDrawn() {
    float[] values = new float[DistortionType.COUNT];
    Arrays.fill(values, 1);
    values[DistortionType.TINT.ordinal()] = 0.5f;
    DistortionMap map = new DistortionMap(1, 1, values);

    BufferedImage overlay = MapOverlay.draw(grey(100, 16, 16), map, DistortionType.TINT);

    assertThat(overlay.getRGB(8, 8) & 0xffffff).isEqualTo(70 * 0x010101);
  }

  @ParameterizedTest
  @EnumSource
  void theLegendGoesFromLessOnTheLeftToMoreOnTheRight(DistortionType type) {
    for (int width : new int[] {160, 640, 1920}) {
      BufferedImage overlay = MapOverlay.draw(grey(0, width, 16), even(width, 16, 0.5f), type);
      int row = 16 + OverlayLegend.height(width) / 2;
      int less = 0;
      int more = 0;
      for (int x = 0; x < width; x++) {
        less = blueness(overlay, x, row) > blueness(overlay, less, row) ? x : less;
        more = blueness(overlay, x, row) < blueness(overlay, more, row) ? x : more;
      }

      assertThat(blueness(overlay, less, row)).isGreaterThan(80);
      assertThat(blueness(overlay, more, row)).isLessThan(-80);
      assertThat(more - less).isBetween(width / 6, width / 4);
    }
  }

  @Test
  void strongerIsNeverPalerAndNoDifferenceIsInvisible() {
    assertThat(MapPalette.opacity(0)).isZero();
    for (int i = 1; i <= 100; i++) {
      assertThat(MapPalette.opacity(i / 100.0))
          .isGreaterThanOrEqualTo(MapPalette.opacity((i - 1) / 100.0))
          .isEqualTo(MapPalette.opacity(-i / 100.0))
          .isLessThanOrEqualTo(1);
    }
    assertThat(MapPalette.opacity(0.1)).as("a weak one can be seen").isGreaterThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.3, 0.3, 1})
  void aColourOverGreyIsWhatABrowserMakesOfItsTransparentForm(double intensity) {
    int argb = MapPalette.argb(intensity);
    double alpha = (argb >>> 24) / 255.0;

    Color over = new Color(MapPalette.over(60, intensity));

    int[] shown = {over.getRed(), over.getGreen(), over.getBlue()};
    for (int channel = 0; channel < 3; channel++) {
      int hue = argb >> 16 - 8 * channel & 0xff;
      assertThat((double) shown[channel])
          .isBetween(alpha * hue + (1 - alpha) * 60 - 1.5, alpha * hue + (1 - alpha) * 60 + 1.5);
    }
  }

  private static int blueness(BufferedImage image, int x, int y) {
    Color colour = new Color(image.getRGB(x, y));
    return colour.getBlue() - colour.getRed();
  }

  private static BufferedImage plain(Picture picture) {
    return MapOverlay.draw(
        picture, even(picture.width(), picture.height(), 0.5f), DistortionType.NOISE);
  }

  private static DistortionMap even(int width, int height, float value) {
    int rows = DistortionMap.cells(height);
    int columns = DistortionMap.cells(width);
    float[] values = new float[DistortionType.COUNT * rows * columns];
    Arrays.fill(values, value);
    return new DistortionMap(rows, columns, values);
  }

  private static Picture grey(int level, int width, int height) {
    return grey(level, width, height, ColourRange.FULL);
  }

  private static Picture grey(int level, int width, int height, ColourRange range) {
    byte[] luma = new byte[width * height];
    Arrays.fill(luma, (byte) level);
    byte[] chroma = new byte[Picture.half(width) * Picture.half(height)];
    Arrays.fill(chroma, (byte) 128);
    return new Picture(width, height, luma, chroma, chroma, ColourMatrix.BT709, range);
  }
}
