package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.MapPalette;
import dev.pixelwatch.core.Picture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** The processed picture in dim grey with the map of one type over it in colour, and a legend. */
public final class MapOverlay {
  private static final double DIM = 0.7;

  private MapOverlay() {}

  /** The overlay, as wide as the picture and higher by the legend below it. */
  public static BufferedImage draw(Picture picture, DistortionMap map, DistortionType type) {
    int w = picture.width();
    int h = picture.height();
    int legend = OverlayLegend.height(w);
    BufferedImage image = new BufferedImage(w, h + legend, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[w];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        row[x] = MapPalette.over(grey(picture, x, y), smooth(map, type, x, y));
      }
      image.setRGB(0, y, w, 1, row, 0, w);
    }
    Graphics2D graphics = image.createGraphics();
    try {
      OverlayLegend.draw(graphics, type, h, w);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static int grey(Picture picture, int x, int y) {
    int luma = picture.luma()[y * picture.width() + x] & 0xff;
    double level = picture.range() == ColourRange.FULL ? luma : (luma - 16) * 255.0 / 219;
    return (int) (DIM * Math.min(255, Math.max(0, level)));
  }

  /** Bilinear between the centres of the cells, constant outside the outermost centres. */
  private static double smooth(DistortionMap map, DistortionType type, int x, int y) {
    double u = position(x, map.columns());
    double v = position(y, map.rows());
    int column = (int) u;
    int row = (int) v;
    int right = Math.min(column + 1, map.columns() - 1);
    int below = Math.min(row + 1, map.rows() - 1);
    double fx = u - column;
    double fy = v - row;
    double upper =
        (1 - fx) * map.intensity(type, row, column) + fx * map.intensity(type, row, right);
    double lower =
        (1 - fx) * map.intensity(type, below, column) + fx * map.intensity(type, below, right);
    return (1 - fy) * upper + fy * lower;
  }

  private static double position(int pixel, int cells) {
    double cell = (pixel + 0.5) / DistortionMap.CELL - 0.5;
    return Math.min(cells - 1, Math.max(0, cell));
  }
}
