package dev.pixelwatch.core.scene;

/** Pavement and road, and what stands before them: a verge with a railing. */
final class Ground {
  private final Noise noise;

  Ground(long seed) {
    noise = new Noise(seed);
  }

  /** Behind the cars. */
  void paintRoad(Canvas canvas) {
    float w = canvas.unitsWide();
    canvas.box(0, 516, w, 556, this::pavement);
    canvas.box(0, 556, w, 566, this::kerb);
    canvas.box(0, 566, w, 648, this::asphalt);
    for (float x = 20; x < w; x += 150) {
      canvas.box(x, 605, x + 70, 610, this::paint);
    }
  }

  /** Before the cars. */
  void paintVerge(Canvas canvas) {
    canvas.box(0, 648, canvas.unitsWide(), Canvas.UNITS, this::grass);
    flowers(canvas);
    railing(canvas);
  }

  private void pavement(float x, float y, float[] rgb) {
    boolean joint = Math.abs(x - 0.6f * y) % 46 < 1.5f || Math.abs(y - 536) < 0.8f;
    float grain = 0.85f + 0.3f * noise.octaves(x / 5, y / 3, 4);
    Material.set(rgb, 0.62f, 0.60f, 0.57f, joint ? 0.6f : grain);
  }

  private void kerb(float x, float y, float[] rgb) {
    Material.set(rgb, 0.76f, 0.75f, 0.72f, (y < 559 ? 1.05f : 0.7f) - (x % 90 < 1.2f ? 0.3f : 0));
  }

  private void asphalt(float x, float y, float[] rgb) {
    float grain = 0.5f + noise.octaves(x / 3, y / 2, 3);
    float patch = 0.85f + 0.3f * noise.octaves(x / 160, y / 30, 2);
    Material.set(rgb, 0.24f, 0.24f, 0.26f, grain * patch);
  }

  private void paint(float x, float y, float[] rgb) {
    Material.set(rgb, 0.93f, 0.92f, 0.86f, 0.75f + 0.35f * noise.octaves(x / 4, y / 2, 3));
  }

  private void grass(float x, float y, float[] rgb) {
    float blades = noise.octaves(x / 3.2f, y / 14, 3);
    float clumps = noise.octaves(x / 60, y / 24, 3);
    float dry = Math.max(0, clumps - 0.5f);
    float light = 0.25f + 1.25f * blades * (0.6f + 0.7f * clumps);
    Material.set(rgb, 0.36f + 0.7f * dry, 0.52f + 0.2f * dry, 0.17f, light);
  }

  private void flowers(Canvas canvas) {
    float[][] colours = {
      {0.95f, 0.80f, 0.10f}, {0.90f, 0.15f, 0.45f}, {0.95f, 0.95f, 0.92f}, {0.55f, 0.25f, 0.80f}
    };
    for (int i = 0; 9 * i < canvas.unitsWide(); i++) {
      if (noise.smooth(i / 14f, 3) > 0.5f) {
        float[] c = colours[(int) (3.99f * noise.at(i, 1))];
        canvas.disc(
            9 * i + 8 * noise.at(i, 2),
            660 + 56 * noise.at(i, 3),
            1.5f + 2 * noise.at(i, 4),
            Material.plain(c[0], c[1], c[2]));
      }
    }
  }

  private static void railing(Canvas canvas) {
    Material iron = Material.plain(0.07f, 0.09f, 0.10f);
    Material shine = Material.plain(0.45f, 0.48f, 0.50f);
    float w = canvas.unitsWide();
    for (float x = 4; x < w; x += 13) {
      canvas.box(x, 622, x + 3, 694, iron);
    }
    for (float y : new float[] {622, 686}) {
      canvas.box(0, y, w, y + 5, iron);
      canvas.box(0, y, w, y + 1.2f, shine);
    }
    for (float x = 110; x < w; x += 260) {
      canvas.box(x, 610, x + 9, 712, iron);
      canvas.disc(x + 4.5f, 606, 7, iron);
      canvas.disc(x + 3, 604, 2, shine);
    }
  }
}
