package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.RgbImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** Every type at five severities, one labelled row a type, to be looked at. */
public final class ContactSheet {
  private static final double[] SEVERITIES = {0.1, 0.25, 0.5, 0.75, 1};
  private static final double[] SIGNED_SEVERITIES = {-1, -0.4, 0.1, 0.4, 1};
  private static final int LABEL = 18;
  private static final int GAP = 4;

  private ContactSheet() {}

  /** Draws the sheet from a clean photograph, which should be small: each tile shows all of it. */
  public static BufferedImage draw(DistortionEngine engine, RgbImage clean, long seed) {
    int tileWidth = clean.width() + GAP;
    int tileHeight = clean.height() + LABEL + GAP;
    BufferedImage sheet =
        new BufferedImage(
            tileWidth * SEVERITIES.length,
            tileHeight * DistortionType.COUNT,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    graphics.setColor(Color.WHITE);
    for (DistortionType type : DistortionType.values()) {
      double[] severities = type.isTwoSided() ? SIGNED_SEVERITIES : SEVERITIES;
      for (int i = 0; i < severities.length; i++) {
        int x = i * tileWidth;
        int y = type.ordinal() * tileHeight;
        RgbImage tile = Colour.toRgb(engine.apply(clean, type, severities[i], seed + i));
        graphics.drawImage(ImageFiles.toBufferedImage(tile), x, y + LABEL, null);
        String label = String.format(Locale.ROOT, "%s %.2f", type.id(), severities[i]);
        graphics.drawString(label, x + 3, y + LABEL - 5);
      }
    }
    graphics.dispose();
    return sheet;
  }
}
