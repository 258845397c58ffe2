package dev.pixelwatch.tools.attach.align;

import dev.pixelwatch.core.Picture;

/**
 * A frame as 32 x 18 means of luma less their own mean. Blur and noise hardly change it, and a
 * change of exposure scales it.
 */
final class Signature {
  static final int COLUMNS = 32;
  static final int ROWS = 18;
  static final int LENGTH = ROWS * COLUMNS;

  private Signature() {}

  /** The signature, row by row, in grey levels. */
  static float[] of(Picture picture) {
    float[] cells = new float[LENGTH];
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      int top = row * picture.height() / ROWS;
      int bottom = Math.max(top + 1, (row + 1) * picture.height() / ROWS);
      for (int column = 0; column < COLUMNS; column++) {
        int left = column * picture.width() / COLUMNS;
        int right = Math.max(left + 1, (column + 1) * picture.width() / COLUMNS);
        cells[row * COLUMNS + column] = mean(picture, left, right, top, bottom);
        sum += cells[row * COLUMNS + column];
      }
    }
    float mean = (float) (sum / LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      cells[i] -= mean;
    }
    return cells;
  }

  private static float mean(Picture picture, int left, int right, int top, int bottom) {
    byte[] luma = picture.luma();
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      int row = y * picture.width();
      for (int x = left; x < right; x++) {
        sum += luma[row + x] & 0xff;
      }
    }
    return (float) sum / ((right - left) * (bottom - top));
  }
}
