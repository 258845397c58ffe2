package dev.pixelwatch.core.scene;

/** Samples of one component with 8-bit opacity. */
final class Plane {
  private final int width;
  private final int height;
  private final byte[] samples;
  private final byte[] opacity;

  /** Whether every sample of a row is opaque, so that it can be copied whole. */
  private final boolean[] opaqueRow;

  Plane(int width, int height, byte[] samples, byte[] opacity) {
    this.width = width;
    this.height = height;
    this.samples = samples;
    this.opacity = opacity;
    opaqueRow = new boolean[height];
    for (int y = 0; y < height; y++) {
      boolean opaque = true;
      for (int x = 0; x < width && opaque; x++) {
        opaque = opacity[y * width + x] == (byte) 255;
      }
      opaqueRow[y] = opaque;
    }
  }

  /** Draws the samples with their upper left corner at (x, y); what lies outside is cut off. */
  void drawOnto(byte[] target, int targetWidth, int targetHeight, int x, int y) {
    int from = Math.max(0, -x);
    int to = Math.min(width, targetWidth - x);
    for (int row = Math.max(0, -y); row < Math.min(height, targetHeight - y) && from < to; row++) {
      int source = row * width + from;
      int place = (y + row) * targetWidth + x + from;
      if (opaqueRow[row]) {
        System.arraycopy(samples, source, target, place, to - from);
      } else {
        blend(source, target, place, to - from);
      }
    }
  }

  private void blend(int source, byte[] target, int place, int count) {
    for (int i = 0; i < count; i++) {
      int alpha = opacity[source + i] & 0xff;
      if (alpha == 255) {
        target[place + i] = samples[source + i];
      } else if (alpha > 0) {
        int below = target[place + i] & 0xff;
        int above = samples[source + i] & 0xff;
        target[place + i] = (byte) ((below * (255 - alpha) + above * alpha + 127) / 255);
      }
    }
  }
}
