package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.MapPalette;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** The strip below an overlay: name of the type, and a colour bar from "less" to "more". */
final class OverlayLegend {
  private static final int GROUND = 0x16181d;
  private static final int SMALLEST_STRIP = 18;
  private static final int LARGEST_STRIP = 96;

  private OverlayLegend() {}

  /** Height in pixels of the strip below a picture of this width. */
  static int height(int width) {
    return Math.min(LARGEST_STRIP, Math.max(SMALLEST_STRIP, width / 20));
  }

  /** Draws the strip from row {@code top} on. */
  static void draw(Graphics2D graphics, DistortionType type, int top, int width) {
    int height = height(width);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(GROUND));
    graphics.fillRect(0, top, width, height);
    int pad = height / 4;
    int barWidth = width / 5;
    int barRight;
    try {
      barRight = drawText(graphics, type, top, width, barWidth);
    } catch (InternalError | NoClassDefFoundError | RuntimeException noFonts) {
      // A Java runtime without any font cannot draw text; the file name still tells the type.
      barRight = width - pad;
    }
    drawBar(graphics, barRight - barWidth, top + pad, barWidth, height - 2 * pad);
  }

  private static void drawBar(Graphics2D graphics, int left, int top, int width, int height) {
    for (int x = 0; x < width; x++) {
      double intensity = 2.0 * x / Math.max(1, width - 1) - 1;
      graphics.setColor(new Color(MapPalette.over(GROUND & 0xff, intensity)));
      graphics.fillRect(left + x, top, 1, height);
    }
  }

  /** Draws the words and returns where the bar ends. */
  private static int drawText(
      Graphics2D graphics, DistortionType type, int top, int width, int barWidth) {
    int height = height(width);
    int pad = height / 4;
    String less = type.inWords(-1);
    String more = type.inWords(1);
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, height / 2);
    FontMetrics wished = graphics.getFontMetrics(font);
    float room = width - barWidth - 6f * pad;
    if (wished.stringWidth(type.id() + less + more) > room) {
      less = "less";
      more = "more";
    }
    int needed = wished.stringWidth(type.id() + less + more);
    graphics.setFont(font.deriveFont(font.getSize() * Math.min(1, room / needed)));
    FontMetrics metrics = graphics.getFontMetrics();
    int baseline = top + (height - metrics.getHeight()) / 2 + metrics.getAscent();
    int barRight = width - 2 * pad - metrics.stringWidth(more);
    graphics.setColor(Color.WHITE);
    graphics.drawString(type.id(), pad, baseline);
    graphics.drawString(less, barRight - barWidth - pad - metrics.stringWidth(less), baseline);
    graphics.drawString(more, barRight + pad, baseline);
    return barRight;
  }
}
