package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;

/**
 * What a stage did to the detail of each cell, as gain and additive noise: {@code after = gain x
 * before + artefacts} (the model of Sheikh and Bovik, "Image Information and Visual Quality", IEEE
 * Trans. Image Process. 2006), fitted by least squares to luma without its low frequencies. A codec
 * that only removes grain has lost detail and made no artefacts; block edges, ringing and mosquito
 * noise are artefacts.
 *
 * @param kept gain of each cell, 0..1
 * @param lost root mean square of the detail that went, black to white is 1
 * @param artefacts root mean square of what is new
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between two steps, never compared.
record DetailChange(float[] kept, float[] lost, float[] artefacts) {
  /** Standard deviation in pixels of the low pass that is taken off. */
  private static final double LOW_PASS = 2;

  /** Detail below this (half a code value) is taken as none. */
  private static final float LEAST = 1 / 438f;

  static DetailChange between(RgbImage before, RgbImage after) {
    return between(before.width(), before.height(), Luma.of(before), Luma.of(after));
  }

  static DetailChange between(Picture before, Picture after) {
    return between(before.width(), before.height(), Luma.of(before), Luma.of(after));
  }

  private static DetailChange between(int width, int height, float[] before, float[] after) {
    float[] x = highPass(before, width, height);
    float[] y = highPass(after, width, height);
    float[] xx = Cells.means(width, height, product(x, x));
    float[] xy = Cells.means(width, height, product(x, y));
    float[] yy = Cells.means(width, height, product(y, y));
    float[] lost = new float[xx.length];
    for (int i = 0; i < xx.length; i++) {
      float gain = xy[i] / Math.max(xx[i], LEAST * LEAST);
      float kept = Math.min(1, Math.max(0, gain));
      lost[i] = (1 - kept) * (float) Math.sqrt(xx[i]);
      float unexplained = yy[i] - 2 * kept * xy[i] + kept * kept * xx[i];
      yy[i] = (float) Math.sqrt(Math.max(0, unexplained));
      xy[i] = xx[i] < LEAST * LEAST ? 1 : kept;
    }
    return new DetailChange(xy, lost, yy);
  }

  private static float[] highPass(float[] luma, int width, int height) {
    float[] out = Filters.gaussian(luma, width, height, LOW_PASS);
    for (int i = 0; i < out.length; i++) {
      out[i] = luma[i] - out[i];
    }
    return out;
  }

  private static float[] product(float[] a, float[] b) {
    float[] out = new float[a.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * b[i];
    }
    return out;
  }
}
