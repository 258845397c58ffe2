package dev.pixelwatch.core.scene;

/** A colour for each point. */
interface Material {
  /**
   * Writes gamma-encoded red, green and blue, nominally 0..1.
   *
   * @param x units of the canvas from its left edge
   * @param y units from its upper edge
   */
  void colour(float x, float y, float[] rgb);

  static Material plain(float red, float green, float blue) {
    return (x, y, rgb) -> set(rgb, red, green, blue, 1);
  }

  /** Writes a colour times a factor. */
  static void set(float[] rgb, float red, float green, float blue, float factor) {
    rgb[0] = red * factor;
    rgb[1] = green * factor;
    rgb[2] = blue * factor;
  }
}
