package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** The strip below an overlay: name of the type, and a colour bar from "less" to "more". */
final class OverlayLegend {
  private static final int GROUND = 0x16181d;
  private static final int SMALLEST_FONT = 9;
  private static final int LARGEST_FONT = 34;

  private OverlayLegend() {}

  /** Height in pixels of the strip below a picture of this width. */
  static int height(int width) {
    return 2 * fontSize(width);
  }

  /** Draws the strip from row {@code top} on. */
  static void draw(Graphics2D graphics, DistortionType type, int top, int width, int height) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(GROUND));
    graphics.fillRect(0, top, width, height);
    int pad = height / 4;
    int barWidth = width / 4;
    int barLeft = width - barWidth - labelRoom(width, type) - pad;
    drawBar(graphics, barLeft, top + pad, barWidth, height - 2 * pad);
    try {
      drawText(graphics, type, top, width, height, barLeft, barWidth);
    } catch (InternalError | NoClassDefFoundError | RuntimeException noFonts) {
      // A Java runtime without any font cannot draw text; the bar and the file name still say it.
      return;
    }
  }

  private static void drawBar(Graphics2D graphics, int left, int top, int width, int height) {
    for (int x = 0; x < width; x++) {
      double intensity = 2.0 * x / Math.max(1, width - 1) - 1;
      graphics.setColor(new Color(MapPalette.over(GROUND & 0xff, intensity)));
      graphics.fillRect(left + x, top, 1, height);
    }
  }

  private static void drawText(
      Graphics2D graphics,
      DistortionType type,
      int top,
      int width,
      int height,
      int barLeft,
      int barWidth) {
    graphics.setColor(Color.WHITE);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, fontSize(width)));
    FontMetrics metrics = graphics.getFontMetrics();
    int pad = height / 4;
    int baseline = top + (height - metrics.getHeight()) / 2 + metrics.getAscent();
    graphics.drawString(type.id(), pad, baseline);
    String less = type.inWords(-1);
    graphics.drawString(less, barLeft - pad - metrics.stringWidth(less), baseline);
    graphics.drawString(type.inWords(1), barLeft + barWidth + pad, baseline);
  }

  /** About the width of the longer label at the font's usual width of a letter. */
  private static int labelRoom(int width, DistortionType type) {
    return (int) (0.55 * fontSize(width) * type.inWords(1).length()) + fontSize(width) / 2;
  }

  private static int fontSize(int width) {
    return Math.min(LARGEST_FONT, Math.max(SMALLEST_FONT, width / 52));
  }
}
