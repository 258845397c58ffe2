package dev.pixelwatch.core.scene;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.Picture;

/**
 * A finished canvas as Y'CbCr planes (BT.709, limited range, chroma at half size) with opacity, so
 * that a frame is put together by copying. It is placed at even positions only, where its chroma
 * samples lie on those of the frame.
 */
final class Layer {
  private final int width;
  private final Plane luma;
  private final Plane cb;
  private final Plane cr;

  /** The canvas must have an even width and height. */
  Layer(Canvas canvas) {
    width = canvas.width;
    float kr = (float) ColourMatrix.BT709.kr();
    float kb = (float) ColourMatrix.BT709.kb();
    float[] y = new float[width * canvas.height];
    byte[] samples = new byte[y.length];
    byte[] opacity = new byte[y.length];
    for (int i = 0; i < y.length; i++) {
      float red = clip(canvas.red[i]);
      float blue = clip(canvas.blue[i]);
      y[i] = kr * red + (1 - kr - kb) * clip(canvas.green[i]) + kb * blue;
      samples[i] = (byte) Math.round(16 + 219 * y[i]);
      opacity[i] = (byte) Math.round(255 * canvas.alpha[i]);
    }
    luma = new Plane(width, canvas.height, samples, opacity);
    cb = chroma(canvas, canvas.blue, y, 2 * (1 - kb));
    cr = chroma(canvas, canvas.red, y, 2 * (1 - kr));
  }

  /** Width in luma samples. */
  int width() {
    return width;
  }

  /** Draws the layer with its upper left corner at an even position of the frame. */
  void drawOnto(Picture frame, int x, int y) {
    luma.drawOnto(frame.luma(), frame.width(), frame.height(), x, y);
    cb.drawOnto(frame.cb(), frame.chromaWidth(), frame.chromaHeight(), x / 2, y / 2);
    cr.drawOnto(frame.cr(), frame.chromaWidth(), frame.chromaHeight(), x / 2, y / 2);
  }

  /** Mean colour difference of each 2 x 2 block, weighted by opacity. */
  private static Plane chroma(Canvas canvas, float[] primary, float[] y, float span) {
    int w = canvas.width / 2;
    int h = canvas.height / 2;
    byte[] samples = new byte[w * h];
    byte[] opacity = new byte[w * h];
    for (int i = 0; i < w * h; i++) {
      int first = i / w * 2 * canvas.width + i % w * 2;
      float sum = 0;
      float weight = 0;
      for (int j : new int[] {first, first + 1, first + canvas.width, first + canvas.width + 1}) {
        sum += canvas.alpha[j] * (clip(primary[j]) - y[j]) / span;
        weight += canvas.alpha[j];
      }
      samples[i] = (byte) Math.round(128 + 224 * (weight > 0 ? sum / weight : 0));
      opacity[i] = (byte) Math.round(255 * weight / 4);
    }
    return new Plane(w, h, samples, opacity);
  }

  private static float clip(float sample) {
    return Math.min(1, Math.max(0, sample));
  }
}
