package dev.pixelwatch.core;

/** Conversions between R'G'B', linear light and Y'CbCr. */
public final class Colour {
  private Colour() {}

  /** The inverse sRGB transfer function (IEC 61966-2-1): encoded 0..1 to linear light 0..1. */
  public static float toLinear(float encoded) {
    return encoded <= 0.04045f
        ? encoded / 12.92f
        : (float) Math.pow((encoded + 0.055) / 1.055, 2.4);
  }

  /** The sRGB transfer function (IEC 61966-2-1): linear light 0..1 to encoded 0..1. */
  public static float toEncoded(float linear) {
    return linear <= 0.0031308f
        ? linear * 12.92f
        : (float) (1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
  }

  /** The picture as R'G'B'; chroma is repeated for each block of 2 x 2 pixels. */
  public static RgbImage toRgb(Picture picture) {
    Levels levels = Levels.of(picture.range());
    float kr = (float) picture.matrix().kr();
    float kb = (float) picture.matrix().kb();
    float lumaScale = 1 / levels.lumaSpan;
    float redScale = 2 * (1 - kr) / levels.chromaSpan;
    float blueScale = 2 * (1 - kb) / levels.chromaSpan;
    float greenOfRed = redScale * kr / (1 - kr - kb);
    float greenOfBlue = blueScale * kb / (1 - kr - kb);
    int w = picture.width();
    int h = picture.height();
    RgbImage image = new RgbImage(w, h);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int chroma = y / 2 * picture.chromaWidth() + x / 2;
        float luma = ((picture.luma()[y * w + x] & 0xff) - levels.black) * lumaScale;
        int cb = (picture.cb()[chroma] & 0xff) - 128;
        int cr = (picture.cr()[chroma] & 0xff) - 128;
        image.red()[y * w + x] = luma + redScale * cr;
        image.green()[y * w + x] = luma - greenOfRed * cr - greenOfBlue * cb;
        image.blue()[y * w + x] = luma + blueScale * cb;
      }
    }
    return image;
  }

  /**
   * The image as a picture, rounded and clipped; chroma is the mean of each block of 2 x 2 pixels.
   */
  public static Picture toPicture(RgbImage image, ColourMatrix matrix, ColourRange range) {
    Levels levels = Levels.of(range);
    int w = image.width();
    int h = image.height();
    int cw = Picture.half(w);
    int ch = Picture.half(h);
    byte[] luma = new byte[w * h];
    float[] cbSum = new float[cw * ch];
    float[] crSum = new float[cw * ch];
    float kr = (float) matrix.kr();
    float kb = (float) matrix.kb();
    float kg = 1 - kr - kb;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int i = y * w + x;
        float r = clip(image.red()[i]);
        float b = clip(image.blue()[i]);
        float l = kr * r + kg * clip(image.green()[i]) + kb * b;
        luma[i] = code(levels.black + levels.lumaSpan * l);
        int c = y / 2 * cw + x / 2;
        cbSum[c] += (b - l) / (2 * (1 - kb));
        crSum[c] += (r - l) / (2 * (1 - kr));
      }
    }
    byte[] cb = new byte[cw * ch];
    byte[] cr = new byte[cw * ch];
    for (int y = 0; y < ch; y++) {
      for (int x = 0; x < cw; x++) {
        int n = (2 * x + 1 < w ? 2 : 1) * (2 * y + 1 < h ? 2 : 1);
        int c = y * cw + x;
        cb[c] = code(128 + levels.chromaSpan * cbSum[c] / n);
        cr[c] = code(128 + levels.chromaSpan * crSum[c] / n);
      }
    }
    return new Picture(w, h, luma, cb, cr, matrix, range);
  }

  private static float clip(float sample) {
    return Math.min(1, Math.max(0, sample));
  }

  private static byte code(float level) {
    return (byte) Math.min(255, Math.max(0, Math.round(level)));
  }

  private record Levels(int black, float lumaSpan, float chromaSpan) {
    static Levels of(ColourRange range) {
      return range == ColourRange.FULL ? new Levels(0, 255, 255) : new Levels(16, 219, 224);
    }
  }
}
