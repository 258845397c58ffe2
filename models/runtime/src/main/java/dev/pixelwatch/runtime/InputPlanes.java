package dev.pixelwatch.runtime;

import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.Picture;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A pair of pictures as the network reads it: luma 2 x 1 x H x W and chroma 2 x 2 x H/2 x W/2 code
 * values of limited range, the reference first. H and W are rounded up to whole cells of 16 pixels;
 * the edge is repeated into the padding. The buffers are reused from pair to pair.
 */
final class InputPlanes {
  private static final byte[] LUMA_TO_LIMITED = toLimited(16, 219, 0, 255);
  private static final byte[] CHROMA_TO_LIMITED = toLimited(128, 224, 128, 255);

  private final IntFunction<ByteBuffer> memory;
  private ByteBuffer luma = ByteBuffer.allocateDirect(0);
  private ByteBuffer chroma = ByteBuffer.allocateDirect(0);
  private int paddedWidth;
  private int paddedHeight;

  InputPlanes() {
    this(ByteBuffer::allocateDirect);
  }

  /**
   * @param memory gives direct buffers of so many bytes, two for each change of size
   */
  InputPlanes(IntFunction<ByteBuffer> memory) {
    this.memory = memory;
  }

  /**
   * @throws IllegalArgumentException if the sizes differ
   */
  void fill(Picture reference, Picture processed) {
    if (!reference.sameSizeAs(processed)) {
      throw new IllegalArgumentException(
          "the reference is %d x %d, the processed frame %d x %d"
              .formatted(
                  reference.width(), reference.height(), processed.width(), processed.height()));
    }
    resize(reference.width(), reference.height());
    append(reference);
    append(processed);
    luma.flip();
    chroma.flip();
  }

  /** Luma of both pictures, ready to read. */
  ByteBuffer luma() {
    return luma;
  }

  /** Cb and Cr of the reference, then of the processed picture, ready to read. */
  ByteBuffer chroma() {
    return chroma;
  }

  int paddedWidth() {
    return paddedWidth;
  }

  int paddedHeight() {
    return paddedHeight;
  }

  /** Makes room for frames of this size. */
  void resize(int width, int height) {
    paddedWidth = DistortionMap.cells(width) * DistortionMap.CELL;
    paddedHeight = DistortionMap.cells(height) * DistortionMap.CELL;
    int samples = paddedWidth * paddedHeight;
    if (luma.capacity() != 2 * samples) {
      luma = memory.apply(2 * samples);
      chroma = memory.apply(samples);
    }
    luma.clear();
    chroma.clear();
  }

  private void append(Picture p) {
    boolean full = p.range() == ColourRange.FULL;
    byte[] lumaTable = full ? LUMA_TO_LIMITED : null;
    byte[] chromaTable = full ? CHROMA_TO_LIMITED : null;
    append(luma, p.luma(), p.width(), p.height(), paddedWidth, paddedHeight, lumaTable);
    for (byte[] plane : new byte[][] {p.cb(), p.cr()}) {
      append(
          chroma,
          plane,
          p.chromaWidth(),
          p.chromaHeight(),
          paddedWidth / 2,
          paddedHeight / 2,
          chromaTable);
    }
  }

  private static void append(
      ByteBuffer target, byte[] plane, int w, int h, int paddedW, int paddedH, byte[] table) {
    byte[] row = new byte[paddedW];
    for (int y = 0; y < paddedH; y++) {
      if (y < h) {
        System.arraycopy(plane, y * w, row, 0, w);
        if (table != null) {
          for (int x = 0; x < w; x++) {
            row[x] = table[row[x] & 0xff];
          }
        }
        Arrays.fill(row, w, paddedW, row[w - 1]);
      }
      target.put(row);
    }
  }

  private static byte[] toLimited(int zero, int span, int fullZero, int fullSpan) {
    byte[] table = new byte[256];
    for (int code = 0; code < 256; code++) {
      table[code] = (byte) Math.round(zero + span * (code - fullZero) / (double) fullSpan);
    }
    return table;
  }
}
