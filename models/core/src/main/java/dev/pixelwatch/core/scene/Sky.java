package dev.pixelwatch.core.scene;

/** What is far away: smooth gradients, soft clouds, a glow that reaches white, hazy hills. */
final class Sky {
  private final Noise noise;

  Sky(long seed) {
    noise = new Noise(seed);
  }

  void paint(Canvas canvas) {
    float w = canvas.unitsWide();
    float sunX = 0.36f * w;
    canvas.box(0, 0, w, Canvas.UNITS, (x, y, rgb) -> air(x, y, sunX, rgb));
    ridge(canvas, 330, 90, 210, new float[] {0.58f, 0.68f, 0.76f});
    ridge(canvas, 385, 60, 120, new float[] {0.40f, 0.52f, 0.50f});
  }

  private void air(float x, float y, float sunX, float[] rgb) {
    float t = Math.min(1, y / 430);
    float glow = (float) Math.exp(-Math.hypot(x - sunX, 1.3 * (y - 95)) / 85);
    float cloud = 1.6f * (noise.octaves(x / 330, y / 120, 4) - 0.5f);
    cloud = Math.min(0.85f, Math.max(0, 2.2f * cloud)) * (1 - 0.5f * t);
    rgb[0] = mix(0.25f + 0.53f * t, 0.95f, cloud) + glow;
    rgb[1] = mix(0.47f + 0.38f * t, 0.95f, cloud) + 0.95f * glow;
    rgb[2] = mix(0.80f + 0.11f * t, 0.97f, cloud) + 0.75f * glow;
  }

  private void ridge(Canvas canvas, float top, float rise, float wave, float[] haze) {
    Shape hills = (x, y) -> top + rise * (0.5f - noise.octaves(x / wave, top, 5)) * 2 - y;
    Material forest =
        (x, y, rgb) -> {
          float texture = 0.9f + 0.25f * (noise.octaves(x / 14, y / 9, 3) - 0.3f);
          Material.set(rgb, haze[0], haze[1], haze[2], texture);
        };
    canvas.fill(0, top - rise, canvas.unitsWide(), Canvas.UNITS, hills, forest);
  }

  private static float mix(float a, float b, float t) {
    return a + t * (b - a);
  }
}
