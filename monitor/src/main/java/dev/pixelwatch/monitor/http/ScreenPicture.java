package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A picture for a screen: 8-bit B'G'R' in integer arithmetic, five times as fast as {@link
 * dev.pixelwatch.core.Colour}, and exact to one level. A picture wider than the limit is reduced by
 * a whole factor, each pixel the mean of a block of luma and one sample of chroma.
 */
final class ScreenPicture {
  private static final int BITS = 16;

  private final Picture picture;
  private final int factor;
  private final int[] lumaLevel = new int[256];
  private final int[] redOfCr = new int[256];
  private final int[] greenOfCr = new int[256];
  private final int[] greenOfCb = new int[256];
  private final int[] blueOfCb = new int[256];

  private ScreenPicture(Picture picture, int factor) {
    this.picture = picture;
    this.factor = factor;
    boolean full = picture.range() == ColourRange.FULL;
    double lumaScale = full ? 1 : 255.0 / 219;
    double chromaScale = full ? 2 : 2 * 255.0 / 224;
    double kr = picture.matrix().kr();
    double kb = picture.matrix().kb();
    double kg = 1 - kr - kb;
    for (int code = 0; code < 256; code++) {
      double chroma = chromaScale * (code - 128);
      lumaLevel[code] = fixed(lumaScale * (code - (full ? 0 : 16)) + 0.5);
      redOfCr[code] = fixed(chroma * (1 - kr));
      greenOfCr[code] = fixed(-chroma * kr * (1 - kr) / kg);
      greenOfCb[code] = fixed(-chroma * kb * (1 - kb) / kg);
      blueOfCb[code] = fixed(chroma * (1 - kb));
    }
  }

  /** The picture with at most so many pixels from left to right. */
  static BufferedImage of(Picture picture, int widest) {
    int factor = (picture.width() + widest - 1) / widest;
    return new ScreenPicture(picture, factor).draw();
  }

  private BufferedImage draw() {
    int w = Math.max(1, picture.width() / factor);
    int h = Math.max(1, picture.height() / factor);
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int chromaWidth = picture.chromaWidth();
    int at = 0;
    for (int y = 0; y < h; y++) {
      int chromaRow = y * factor / 2 * chromaWidth;
      for (int x = 0; x < w; x++) {
        int chroma = chromaRow + x * factor / 2;
        int cb = picture.cb()[chroma] & 0xff;
        int cr = picture.cr()[chroma] & 0xff;
        int luma = lumaLevel[luma(x, y)];
        bgr[at++] = level(luma + blueOfCb[cb]);
        bgr[at++] = level(luma + greenOfCb[cb] + greenOfCr[cr]);
        bgr[at++] = level(luma + redOfCr[cr]);
      }
    }
    return image;
  }

  private int luma(int x, int y) {
    int width = picture.width();
    if (factor == 1) {
      return picture.luma()[y * width + x] & 0xff;
    }
    int right = Math.min(width, (x + 1) * factor);
    int bottom = Math.min(picture.height(), (y + 1) * factor);
    int sum = 0;
    for (int row = y * factor; row < bottom; row++) {
      for (int column = x * factor; column < right; column++) {
        sum += picture.luma()[row * width + column] & 0xff;
      }
    }
    return sum / ((right - x * factor) * (bottom - y * factor));
  }

  private static int fixed(double value) {
    return (int) Math.round(value * (1 << BITS));
  }

  private static byte level(int fixed) {
    int level = fixed >> BITS;
    return (byte) (level < 0 ? 0 : Math.min(level, 255));
  }
}
