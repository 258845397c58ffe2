package dev.pixelwatch.monitor;

import dev.pixelwatch.core.Picture;
import java.nio.ByteBuffer;

/**
 * A frame in 256 bytes: mean luma codes of 16 rows and 16 columns, of a few lines of each. Enough
 * to see that a picture is black, stands still or is another scene, wherever the frames of a stream
 * are scored.
 */
final class Thumbnail {
  private static final int SIDE = 16;

  /**
   * A cell that has more lines than this is looked at every so many, still at least so often: all
   * of a frame would cost a tenth of what the network does.
   */
  private static final int LINES = 8;

  private Thumbnail() {}

  static ByteBuffer of(Picture picture) {
    byte[] cells = new byte[SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      int top = row * picture.height() / SIDE;
      int bottom = Math.max(top + 1, (row + 1) * picture.height() / SIDE);
      for (int column = 0; column < SIDE; column++) {
        int left = column * picture.width() / SIDE;
        int right = Math.max(left + 1, (column + 1) * picture.width() / SIDE);
        cells[row * SIDE + column] = (byte) mean(picture, top, bottom, left, right);
      }
    }
    return ByteBuffer.wrap(cells);
  }

  private static int mean(Picture picture, int top, int bottom, int left, int right) {
    byte[] luma = picture.luma();
    int step = Math.max(1, (bottom - top) / LINES);
    int sum = 0;
    int lines = 0;
    for (int y = top; y < bottom; y += step) {
      lines++;
      int from = y * picture.width();
      for (int x = from + left; x < from + right; x++) {
        sum += luma[x] & 0xff;
      }
    }
    int count = lines * (right - left);
    return (sum + count / 2) / count;
  }
}
