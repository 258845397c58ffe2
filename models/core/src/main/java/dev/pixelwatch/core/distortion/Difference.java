package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;

/**
 * What a distortion changed, pixel by pixel, on a scale where black to white is 1.
 *
 * @param luma signed difference
 * @param chroma squared length of the difference in (Cb, Cr)
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between two steps, never compared.
record Difference(int width, int height, float[] luma, float[] chroma) {

  static Difference between(RgbImage a, RgbImage b) {
    int n = a.red().length;
    float[] luma = new float[n];
    float[] chroma = new float[n];
    for (int i = 0; i < n; i++) {
      float r = b.red()[i] - a.red()[i];
      float blue = b.blue()[i] - a.blue()[i];
      float l = Luma.of(r, b.green()[i] - a.green()[i], blue);
      float cb = (blue - l) / (2 * (1 - Luma.BLUE));
      float cr = (r - l) / (2 * (1 - Luma.RED));
      luma[i] = l;
      chroma[i] = cb * cb + cr * cr;
    }
    return new Difference(a.width(), a.height(), luma, chroma);
  }

  static Difference between(Picture a, Picture b) {
    float lumaScale = a.range() == ColourRange.FULL ? 1 / 255f : 1 / 219f;
    float chromaScale = a.range() == ColourRange.FULL ? 1 / 255f : 1 / 224f;
    int w = a.width();
    float[] luma = new float[w * a.height()];
    float[] chroma = new float[luma.length];
    for (int y = 0; y < a.height(); y++) {
      for (int x = 0; x < w; x++) {
        int i = y * w + x;
        int c = y / 2 * a.chromaWidth() + x / 2;
        luma[i] = lumaScale * ((b.luma()[i] & 0xff) - (a.luma()[i] & 0xff));
        float cb = chromaScale * ((b.cb()[c] & 0xff) - (a.cb()[c] & 0xff));
        float cr = chromaScale * ((b.cr()[c] & 0xff) - (a.cr()[c] & 0xff));
        chroma[i] = cb * cb + cr * cr;
      }
    }
    return new Difference(w, a.height(), luma, chroma);
  }
}
