package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  @Test
  void allPrintableCharactersReadBackBothAsTextAndInAnAttribute() {
    StringBuilder all = new StringBuilder();
    for (int c = ' '; c < 0x250; c++) {
      all.appendCodePoint(c < 0x7f || c > 0x9f ? c : '?');
    }
    String text = all.toString();

    Page page =
        Page.ofPieces("<p title=\"" + Html.escape(text) + "\">" + Html.escape(text) + "</p>");

    assertThat(page.texts("//p")).containsExactly(text);
    assertThat(page.attributes("//p", "title")).containsExactly(text);
  }

  @Test
  void aPngReadsBackPixelByPixelWithItsTransparency() {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 6; i++) {
      image.setRGB(i % 3, i / 3, 0x10203040 * (i + 1));
    }

    BufferedImage back = image(Html.png(image));

    for (int i = 0; i < 6; i++) {
      assertThat(back.getRGB(i % 3, i / 3)).isEqualTo(image.getRGB(i % 3, i / 3));
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 720, 640, 360", "641, 2, 640, 2", "640, 9, 640, 9", "5, 900, 5, 900"})
  void aThumbnailIsNoWiderThanAskedAndKeepsItsShape(int width, int height, int w, int h) {
    BufferedImage small = image(Html.thumbnail(plain(width, height, Color.BLUE), 640));

    assertThat(new int[] {small.getWidth(), small.getHeight()}).containsExactly(w, h);
  }

  @Test
  void aPictureTooFlatToBeScaledKeepsARow() {
    assertThat(image(Html.thumbnail(plain(4000, 1, Color.RED), 640)).getHeight()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 2000})
  void aThumbnailKeepsItsColours(int width) {
    Color middle = new Color(image(Html.thumbnail(plain(width, 90, Color.RED), 640)).getRGB(50, 9));

    assertThat(middle.getRed()).isGreaterThan(245);
    assertThat(middle.getBlue()).isLessThan(10);
  }

  private static BufferedImage image(String source) {
    return Page.image(Page.ofPieces("<img src=\"" + source + "\">").all("//img").get(0));
  }

  private static BufferedImage plain(int width, int height, Color colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }
}
