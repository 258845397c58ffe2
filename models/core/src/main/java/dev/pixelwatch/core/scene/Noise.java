package dev.pixelwatch.core.scene;

/** Value noise on an integer lattice, the same on every machine. */
final class Noise {
  private final int seed;

  Noise(long seed) {
    this.seed = mix((int) (seed ^ seed >>> 32));
  }

  /** A uniform number in 0..1 for a lattice point. */
  float at(int x, int y) {
    return (mix(x * 0x27d4eb2d ^ mix(y * 0x165667b1 ^ seed)) >>> 8) * 0x1p-24f;
  }

  /** Smooth noise in 0..1 with one feature per unit. */
  float smooth(float x, float y) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    float fx = ease(x - ix);
    float fy = ease(y - iy);
    float upper = at(ix, iy) + fx * (at(ix + 1, iy) - at(ix, iy));
    float lower = at(ix, iy + 1) + fx * (at(ix + 1, iy + 1) - at(ix, iy + 1));
    return upper + fy * (lower - upper);
  }

  /** Octaves of smooth noise, each of half the size and 0.6 of the strength; mean 0.5. */
  float octaves(float x, float y, int count) {
    float sum = 0;
    float weight = 0;
    float strength = 1;
    float scale = 1;
    for (int i = 0; i < count; i++) {
      sum += strength * smooth(scale * x + 17 * i, scale * y - 31 * i);
      weight += strength;
      strength *= 0.6f;
      scale *= 2;
    }
    return sum / weight;
  }

  private static float ease(float t) {
    return t * t * (3 - 2 * t);
  }

  private static int mix(int value) {
    int h = value;
    h = (h ^ h >>> 16) * 0x7feb352d;
    h = (h ^ h >>> 15) * 0x846ca68b;
    return h ^ h >>> 16;
  }
}
