package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/**
 * A few pixels from where a type is strongest, so that it can be seen without opening the files.
 *
 * @param reference cut from the frame that went in
 * @param processed the same place in the frame that came out
 * @param difference luma of processed minus reference, {@value #GAIN} times as large, around grey
 * @param place where they were cut from
 */
public record Detail(
    BufferedImage reference, BufferedImage processed, BufferedImage difference, Rectangle place) {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;
  private static final int GAIN = 4;

  /** Cuts the detail around the strongest cell of a type. */
  public static Detail of(
      Evidence evidence, BufferedImage reference, BufferedImage processed, DistortionType type) {
    Rectangle place = place(evidence, type);
    return new Detail(
        cut(reference, place),
        cut(processed, place),
        difference(evidence.reference(), evidence.processed(), place),
        place);
  }

  /** The same place in another picture of the frame. */
  public static BufferedImage cut(BufferedImage picture, Rectangle place) {
    return picture.getSubimage(place.x, place.y, place.width, place.height);
  }

  private static Rectangle place(Evidence evidence, DistortionType type) {
    DistortionMap map = evidence.map();
    int strongest = strongestCell(map, type);
    int w = Math.min(WIDTH, evidence.reference().width());
    int h = Math.min(HEIGHT, evidence.reference().height());
    return new Rectangle(
        start(strongest % map.columns(), w, evidence.reference().width()),
        start(strongest / map.columns(), h, evidence.reference().height()),
        w,
        h);
  }

  /** The extreme in the direction that the type has in the frame as a whole. */
  private static int strongestCell(DistortionMap map, DistortionType type) {
    double direction = map.meanIntensity(type) < 0 ? -1 : 1;
    double most = Double.NEGATIVE_INFINITY;
    int strongest = 0;
    for (int i = 0; i < map.rows() * map.columns(); i++) {
      double intensity = direction * map.intensity(type, i / map.columns(), i % map.columns());
      if (intensity > most) {
        most = intensity;
        strongest = i;
      }
    }
    return strongest;
  }

  /** Where a span around the middle of a cell begins so that it lies within the frame. */
  private static int start(int cell, int span, int whole) {
    int middle = cell * DistortionMap.CELL + DistortionMap.CELL / 2;
    return Math.max(0, Math.min(whole - span, middle - span / 2));
  }

  private static BufferedImage difference(Picture reference, Picture processed, Rectangle place) {
    BufferedImage image = new BufferedImage(place.width, place.height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < place.height; y++) {
      for (int x = 0; x < place.width; x++) {
        int i = (place.y + y) * reference.width() + place.x + x;
        int change = (processed.luma()[i] & 0xff) - (reference.luma()[i] & 0xff);
        int grey = Math.max(0, Math.min(255, 128 + GAIN * change));
        image.setRGB(x, y, grey * 0x010101);
      }
    }
    return image;
  }
}
