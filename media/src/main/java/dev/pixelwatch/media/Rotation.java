package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;

/** Turns pictures by quarters, sample by sample, so that nothing is lost. */
final class Rotation {
  private Rotation() {}

  /** The picture turned clockwise so many times by 90 degrees. */
  static Picture turned(Picture picture, int quarterTurns) {
    Picture turned = picture;
    for (int i = 0; i < quarterTurns; i++) {
      turned = quarterTurn(turned);
    }
    return turned;
  }

  private static Picture quarterTurn(Picture p) {
    return new Picture(
        p.height(),
        p.width(),
        quarterTurn(p.luma(), p.width()),
        quarterTurn(p.cb(), p.chromaWidth()),
        quarterTurn(p.cr(), p.chromaWidth()),
        p.matrix(),
        p.range());
  }

  private static byte[] quarterTurn(byte[] plane, int width) {
    int height = plane.length / width;
    byte[] turned = new byte[plane.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + height - 1 - y] = plane[y * width + x];
      }
    }
    return turned;
  }
}
