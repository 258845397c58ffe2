package dev.pixelwatch.core.scene;

/** Trees with fine foliage, and lamp posts with wires that cross the sky at a slant. */
final class Trees {
  /** How fast the ragged crown's function grows beside a true distance. */
  private static final float STEEPNESS = 3;

  private final Canvas canvas;
  private final Noise noise;

  Trees(Canvas canvas, long seed) {
    this.canvas = canvas;
    this.noise = new Noise(seed);
  }

  /** A tree whose crown is about 200 wide, centred here. */
  void tree(float centre, float top, float[] leaf) {
    Material bark =
        (x, y, rgb) ->
            Material.set(rgb, 0.30f, 0.23f, 0.17f, 0.5f + noise.octaves(x / 3, y / 16, 3));
    canvas.fill(
        centre - 16,
        top + 120,
        centre + 16,
        520,
        Shape.convex(
            centre - 14, 520, centre - 7, top + 120, centre + 7, top + 120, centre + 14, 520),
        bark);
    float middle = top + 95;
    Shape crown =
        (x, y) -> {
          float ragged = 62 * (noise.octaves(x / 26, y / 26, 5) - 0.5f);
          return ((float) Math.hypot((x - centre) * 0.95, y - middle) - 92 - ragged) / STEEPNESS;
        };
    canvas.fill(
        centre - 130,
        top - 40,
        centre + 130,
        top + 230,
        crown,
        (x, y, rgb) -> foliage(x - centre, y - middle, leaf, rgb));
  }

  private void foliage(float x, float y, float[] leaf, float[] rgb) {
    float leaves = noise.octaves(x / 8, y / 6.5f, 4);
    float clumps = noise.octaves(x / 38 + 9, y / 32, 2);
    float sun = 0.75f - 0.003f * y - 0.0015f * x;
    float light = Math.max(0.06f, sun * (2.6f * (leaves - 0.5f) + 0.25f + 1.1f * clumps));
    Material.set(rgb, leaf[0], leaf[1], leaf[2], light);
  }

  /** A lamp post; wires run from it to the next one, given its distance. */
  void lampPost(float x, float span) {
    Material steel = Material.plain(0.20f, 0.22f, 0.24f);
    canvas.line(x, 520, x, 110, 5, steel);
    canvas.line(x, 110, x + 46, 96, 3.5f, steel);
    canvas.box(x + 38, 92, x + 66, 99, Material.plain(0.98f, 0.97f, 0.88f));
    for (int i = 0; i < 3; i++) {
      canvas.line(x, 124 + 15 * i, x + span / 2, 178 + 11 * i, 1.4f, steel);
      canvas.line(x + span / 2, 178 + 11 * i, x + span, 124 + 15 * i, 1.4f, steel);
    }
  }
}
