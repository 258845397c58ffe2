package dev.pixelwatch.core;

import java.util.Arrays;

/**
 * Decoded samples of one frame: 8-bit planar Y'CbCr with chroma at half width and half height
 * (I420). Odd sizes round the chroma size up. The planes are not copied; who hands them over must
 * not write to them any more.
 *
 * @param width luma width in pixels
 * @param height luma height in pixels
 * @param luma Y', {@code width * height} bytes, row by row without padding
 * @param cb Cb, {@code chromaWidth() * chromaHeight()} bytes
 * @param cr Cr, {@code chromaWidth() * chromaHeight()} bytes
 * @param matrix how R'G'B' became Y'CbCr
 * @param range which code values black and white have
 */
public record Picture(
    int width,
    int height,
    byte[] luma,
    byte[] cb,
    byte[] cr,
    ColourMatrix matrix,
    ColourRange range) {
  private static final byte MIDDLE = (byte) 128;

  /**
   * @throws IllegalArgumentException if a size is not positive or a plane has the wrong length
   */
  public Picture {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a picture of " + width + " x " + height + " has no pixels");
    }
    int chroma = half(width) * half(height);
    if (luma.length != width * height || cb.length != chroma || cr.length != chroma) {
      throw new IllegalArgumentException(
          "a picture of %d x %d needs planes of %d, %d and %d bytes, not %d, %d and %d"
              .formatted(
                  width,
                  height,
                  width * height,
                  chroma,
                  chroma,
                  luma.length,
                  cb.length,
                  cr.length));
    }
  }

  /** The same picture with another luma plane, as long as this one's. */
  public Picture withLuma(byte[] other) {
    return new Picture(width, height, other, cb, cr, matrix, range);
  }

  /** Width of the chroma planes in samples. */
  public int chromaWidth() {
    return half(width);
  }

  /** Height of the chroma planes in samples. */
  public int chromaHeight() {
    return half(height);
  }

  /** Whether the other picture has the same width and height. */
  public boolean sameSizeAs(Picture other) {
    return width == other.width && height == other.height;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture p
        && sameSizeAs(p)
        && matrix == p.matrix
        && range == p.range
        && Arrays.equals(luma, p.luma)
        && Arrays.equals(cb, p.cb)
        && Arrays.equals(cr, p.cr);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(luma) + 31 * width + height;
  }

  @Override
  public String toString() {
    return "Picture[" + width + " x " + height + ", " + matrix + ", " + range + "]";
  }

  /** Mid-grey everywhere, code value 128, of BT.709 in limited range. */
  public static Picture grey(int width, int height) {
    byte[] luma = new byte[width * height];
    byte[] chroma = new byte[half(width) * half(height)];
    Arrays.fill(luma, MIDDLE);
    Arrays.fill(chroma, MIDDLE);
    return new Picture(
        width, height, luma, chroma, chroma.clone(), ColourMatrix.BT709, ColourRange.LIMITED);
  }

  /** Samples along a chroma axis for {@code n} luma samples. */
  public static int half(int n) {
    return (n + 1) / 2;
  }
}
