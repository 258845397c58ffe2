package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Picture;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Samples that never arrived: lost slices, dead lines, stuck pixels. */
final class Corruption {
  /** Side of a macroblock, luma pixels. */
  private static final int BLOCK = 16;

  private Corruption() {}

  /** Runs of macroblocks lost in transport, {@code share} of all, and how a decoder fills them. */
  static Picture lostSlices(Picture picture, double share, SplittableRandom random) {
    int columns = (picture.width() + BLOCK - 1) / BLOCK;
    int blocks = columns * ((picture.height() + BLOCK - 1) / BLOCK);
    boolean[] lost = new boolean[blocks];
    Picture out = copy(picture);
    int left = (int) Math.max(1, Math.round(share * blocks));
    while (left > 0) {
      int length = Math.min(left, 1 + random.nextInt(Math.max(2, columns)));
      int start = random.nextInt(blocks - length + 1);
      Filling filling = Filling.draw(random);
      for (int block = start; block < start + length; block++) {
        if (!lost[block]) {
          lost[block] = true;
          left--;
          fill(picture, out, block % columns, block / columns, filling);
        }
      }
    }
    return out;
  }

  /** Rows or columns that read one value, {@code share} of all. */
  static Picture deadLines(Picture picture, double share, SplittableRandom random) {
    Picture out = copy(picture);
    boolean across = random.nextBoolean();
    int lines = across ? picture.height() : picture.width();
    int dead = (int) Math.max(1, Math.round(share * lines));
    for (int n = 0; n < dead; n++) {
      int line = random.nextInt(lines);
      byte value = (byte) (random.nextBoolean() ? 16 + random.nextInt(40) : 235);
      if (across) {
        Arrays.fill(out.luma(), line * out.width(), (line + 1) * out.width(), value);
      } else {
        for (int y = 0; y < out.height(); y++) {
          out.luma()[y * out.width() + line] = value;
        }
      }
    }
    return out;
  }

  /** Single pixels, {@code share} of all, stuck at black, white or a strong colour. */
  static Picture stuckPixels(Picture picture, double share, SplittableRandom random) {
    Picture out = copy(picture);
    int stuck = (int) Math.max(1, Math.round(share * out.luma().length));
    for (int n = 0; n < stuck; n++) {
      int i = random.nextInt(out.luma().length);
      boolean dark = (picture.luma()[i] & 0xff) < 126;
      out.luma()[i] = (byte) (dark ? 235 : 16);
      if (random.nextInt(3) == 0) {
        int c = i / out.width() / 2 * out.chromaWidth() + i % out.width() / 2;
        (random.nextBoolean() ? out.cb() : out.cr())[c] = (byte) (random.nextBoolean() ? 60 : 196);
      }
    }
    return out;
  }

  private static void fill(Picture from, Picture to, int column, int row, Filling filling) {
    int half = BLOCK / 2;
    fill(from.luma(), to.luma(), from.width(), from.height(), column, row, BLOCK, filling, 0);
    int cw = from.chromaWidth();
    int ch = from.chromaHeight();
    fill(from.cb(), to.cb(), cw, ch, column, row, half, filling, 1);
    fill(from.cr(), to.cr(), cw, ch, column, row, half, filling, 1);
  }

  private static void fill(
      byte[] from,
      byte[] to,
      int width,
      int height,
      int column,
      int row,
      int side,
      Filling filling,
      int plane) {
    int shift = filling.shift * side / BLOCK;
    for (int y = row * side; y < Math.min(height, (row + 1) * side); y++) {
      for (int x = column * side; x < Math.min(width, (column + 1) * side); x++) {
        to[y * width + x] =
            switch (filling.kind) {
              case CONSTANT -> (byte) (plane == 0 ? filling.luma : filling.chroma);
              case SHIFTED -> from[y * width + Math.floorMod(x + shift, width)];
              case REPEATED -> from[Math.max(0, row * side - 1) * width + x];
            };
      }
    }
  }

  private static Picture copy(Picture picture) {
    return new Picture(
        picture.width(),
        picture.height(),
        picture.luma().clone(),
        picture.cb().clone(),
        picture.cr().clone(),
        picture.matrix(),
        picture.range());
  }

  private enum Kind {
    CONSTANT,
    SHIFTED,
    REPEATED
  }

  /** What stands in the place of a lost slice; all-zero Y'CbCr is the well-known green. */
  private record Filling(Kind kind, int luma, int chroma, int shift) {
    static Filling draw(SplittableRandom random) {
      int shift = (16 + random.nextInt(48)) * (random.nextBoolean() ? 1 : -1);
      return switch (random.nextInt(4)) {
        case 0 -> new Filling(Kind.CONSTANT, 128, 128, 0);
        case 1 -> new Filling(Kind.CONSTANT, 0, 0, 0);
        case 2 -> new Filling(Kind.SHIFTED, 0, 0, shift);
        default -> new Filling(Kind.REPEATED, 0, 0, 0);
      };
    }
  }
}
