package dev.pixelwatch.core.scene;

/** Houses: brick, smooth concrete in mid grey, plaster with shutters and an awning. */
final class Buildings {
  private static final float BASE = 518;
  private final Noise noise;
  private final Canvas canvas;

  Buildings(Canvas canvas, long seed) {
    this.canvas = canvas;
    this.noise = new Noise(seed);
  }

  /** A gabled house of brick, 300 wide. */
  void brickHouse(float left) {
    float right = left + 300;
    canvas.fill(
        left - 14,
        150,
        right + 14,
        236,
        Shape.convex(left - 14, 236, left + 60, 150, right - 60, 150, right + 14, 236),
        this::tiles);
    canvas.box(left, 232, right, BASE, this::bricks);
    for (int floor = 0; floor < 2; floor++) {
      for (int i = 0; i < 3; i++) {
        if (floor == 0 || i != 1) { // The door is below the middle.
          window(left + 28 + 92 * i, 262 + 116 * floor, 60, 82);
        }
      }
    }
    canvas.box(right - 84, 150, right - 60, 200, this::bricks);
    doorway(left + 126, 410);
  }

  /** A block of bare concrete, 330 wide: large, smooth and nearly neutral. */
  void concreteBlock(float left) {
    float right = left + 330;
    canvas.box(left, 128, right, BASE, (x, y, rgb) -> concrete(x - left, y, rgb));
    canvas.box(left, 128, right, 138, Material.plain(0.30f, 0.31f, 0.32f));
    for (int i = 0; i < 7; i++) {
      window(left + 18 + 43 * i, 160, 30, 44);
    }
    canvas.box(left + 34, 330, right - 34, 396, Material.plain(0.93f, 0.88f, 0.74f));
    Material ink = Material.plain(0.12f, 0.10f, 0.16f);
    Glyphs.write(canvas, "MARKET", left + 52, 340, 5, ink);
    Glyphs.write(canvas, "FLORA BAKERS TEA COFFEE STALLS", left + 52, 382, 1.2f, ink);
    doorway(left + 60, 430);
    canvas.box(left + 170, 424, left + 290, 500, this::shopWindow);
  }

  /** A rendered house with louvred shutters and a striped awning, 270 wide. */
  void plasterHouse(float left, float[] render) {
    float right = left + 270;
    canvas.box(left, 210, right, BASE, (x, y, rgb) -> plaster(x, y, render, rgb));
    canvas.box(left - 8, 200, right + 8, 214, Material.plain(0.45f, 0.22f, 0.16f));
    for (int i = 0; i < 3; i++) {
      float x = left + 38 + 84 * i;
      window(x, 240, 36, 74);
      canvas.box(x - 20, 240, x - 3, 314, Buildings::louvres);
      canvas.box(x + 39, 240, x + 56, 314, Buildings::louvres);
    }
    canvas.box(left + 24, 420, right - 24, BASE, this::shopWindow);
    canvas.fill(
        left + 10,
        362,
        right - 10,
        424,
        Shape.convex(left + 10, 424, left + 34, 362, right - 34, 362, right - 10, 424),
        (x, y, rgb) -> awning(x, y, left + 135, rgb));
    Glyphs.write(canvas, "CAFE", left + 98, 332, 3.4f, Material.plain(0.16f, 0.13f, 0.12f));
  }

  private void window(float left, float top, float w, float h) {
    Material frame = Material.plain(0.95f, 0.94f, 0.90f);
    canvas.box(left - 4, top - 4, left + w + 4, top + h + 4, frame);
    canvas.box(left, top, left + w, top + h, (x, y, rgb) -> glass(x - left, y - top, h, rgb));
    canvas.box(left + w / 2 - 1.3f, top, left + w / 2 + 1.3f, top + h, frame);
    canvas.box(left, top + h * 0.42f - 1.3f, left + w, top + h * 0.42f + 1.3f, frame);
    canvas.box(
        left - 8, top + h + 4, left + w + 8, top + h + 9, Material.plain(0.7f, 0.68f, 0.64f));
  }

  private void doorway(float left, float top) {
    canvas.box(left - 4, top - 4, left + 52, BASE, Material.plain(0.82f, 0.79f, 0.72f));
    canvas.box(
        left,
        top,
        left + 48,
        BASE,
        (x, y, rgb) -> Material.set(rgb, 0.05f, 0.045f, 0.05f, 0.3f + (y - top) / 60));
  }

  private void bricks(float x, float y, float[] rgb) {
    int row = (int) Math.floor(y / 9);
    float along = x / 24 + 0.5f * (row & 1);
    int column = (int) Math.floor(along);
    float edge = Math.min(y - 9 * row, 24 * (along - column));
    float weather = 0.75f + 0.5f * noise.octaves(x / 120, y / 90, 3);
    float grain = weather * eaves(y - 236) * (0.82f + 0.36f * noise.octaves(x / 3, y / 3, 3));
    if (edge < 1.6f) {
      Material.set(rgb, 0.66f, 0.62f, 0.56f, grain);
    } else {
      float tone = 0.75f + 0.5f * noise.at(row, column);
      Material.set(rgb, 0.57f, 0.28f, 0.20f, grain * tone);
    }
  }

  private void tiles(float x, float y, float[] rgb) {
    float slope = Math.abs(x + 0.7f * y) % 15;
    float course = y % 10;
    float grain = 0.8f + 0.4f * noise.octaves(x / 6, y / 4, 3);
    Material.set(rgb, 0.36f, 0.27f, 0.26f, grain * (slope < 1.6f || course < 1.5f ? 0.55f : 1));
  }

  private void concrete(float x, float y, float[] rgb) {
    float light = (0.80f + 0.30f * x / 330 - 0.22f * (y - 128) / 390) * eaves(y - 138);
    boolean joint = Math.abs(y - 232) < 1 || Math.abs(y - 318) < 1 || Math.abs(x - 165) < 1;
    Material.set(rgb, 0.53f, 0.53f, 0.52f, joint ? 0.75f * light : light);
  }

  private void plaster(float x, float y, float[] render, float[] rgb) {
    float stain = 0.93f + 0.12f * noise.octaves(x / 70, y / 110, 3);
    float grain = 0.97f + 0.06f * noise.octaves(x / 2.5f, y / 2.5f, 2);
    Material.set(rgb, render[0], render[1], render[2], stain * grain * eaves(y - 214));
  }

  /** Light left by the shadow of a roof so many units above. */
  private static float eaves(float below) {
    return below < 0 ? 1 : 1 - 0.45f * (float) Math.exp(-below / 9);
  }

  private static void louvres(float x, float y, float[] rgb) {
    Material.set(rgb, 0.13f, 0.42f, 0.40f, y % 4.5f < 1.5f ? 0.5f : 1.1f);
  }

  private static void awning(float x, float y, float middle, float[] rgb) {
    float fan = (x - middle) / (0.6f + (y - 362) / 150);
    boolean red = Math.floorMod((int) Math.floor(fan / 13), 2) == 0;
    float shade = 1.05f - 0.3f * (y - 362) / 62;
    Material.set(rgb, red ? 0.82f : 0.95f, red ? 0.10f : 0.93f, red ? 0.12f : 0.88f, shade);
  }

  private void glass(float x, float y, float h, float[] rgb) {
    float sky = Math.max(0, 0.85f - y / h + 0.25f * noise.smooth(x / 14, y / 20));
    rgb[0] = 0.09f + 0.35f * sky;
    rgb[1] = 0.12f + 0.45f * sky;
    rgb[2] = 0.15f + 0.60f * sky;
  }

  private void shopWindow(float x, float y, float[] rgb) {
    float shelf = y % 26 < 3 ? 0.4f : 1;
    float goods = noise.at((int) Math.floor(x / 9), (int) Math.floor(y / 26));
    float hue = noise.at((int) Math.floor(x / 9), 7 + (int) Math.floor(y / 26));
    Material.set(
        rgb, 0.25f + 0.6f * goods, 0.2f + 0.5f * hue, 0.15f + 0.35f * (1 - goods), 0.75f * shelf);
  }
}
