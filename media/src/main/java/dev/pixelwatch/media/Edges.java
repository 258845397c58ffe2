package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;

/** Pictures cut out of a plane that goes on for ever by repeating its edge samples. */
final class Edges {
  private Edges() {}

  /**
   * The part of {@code width} x {@code height} pixels that begins at ({@code x}, {@code y}), which
   * may lie outside of the picture.
   *
   * @param x even, so that chroma moves by whole samples
   * @param y even
   */
  static Picture window(Picture p, int x, int y, int width, int height) {
    int cw = Picture.half(width);
    int ch = Picture.half(height);
    return new Picture(
        width,
        height,
        window(p.luma(), p.width(), x, y, width, height),
        window(p.cb(), p.chromaWidth(), x / 2, y / 2, cw, ch),
        window(p.cr(), p.chromaWidth(), x / 2, y / 2, cw, ch),
        p.matrix(),
        p.range());
  }

  private static byte[] window(byte[] plane, int stride, int x, int y, int width, int height) {
    int rows = plane.length / stride;
    byte[] window = new byte[width * height];
    for (int row = 0; row < height; row++) {
      int from = clamp(y + row, rows) * stride;
      for (int column = 0; column < width; column++) {
        window[row * width + column] = plane[from + clamp(x + column, stride)];
      }
    }
    return window;
  }

  private static int clamp(int index, int length) {
    return Math.max(0, Math.min(length - 1, index));
  }
}
