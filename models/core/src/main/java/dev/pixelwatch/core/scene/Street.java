package dev.pixelwatch.core.scene;

/** What stands near: houses, trees and posts in turn along the road, on the ground. */
final class Street {
  private static final float BLOCK = 1180;
  private static final float[][] LEAVES = {
    {0.44f, 0.58f, 0.24f}, {0.74f, 0.50f, 0.20f}, {0.28f, 0.52f, 0.24f}
  };
  private static final float[][] RENDERS = {
    {0.93f, 0.83f, 0.66f}, {0.80f, 0.86f, 0.90f}, {0.92f, 0.74f, 0.68f}
  };

  private Street() {}

  static void paint(Canvas canvas, long seed) {
    Noise noise = new Noise(seed);
    Buildings buildings = new Buildings(canvas, seed + 1);
    Trees trees = new Trees(canvas, seed + 2);
    for (int i = 0; (i - 1) * BLOCK < canvas.unitsWide(); i++) {
      float left = i * BLOCK - 60 - 80 * noise.at(0, 0);
      trees.tree(left + 10, 250, LEAVES[(i + 2) % 3]);
      buildings.brickHouse(left + 70 + 12 * noise.at(i, 1));
      trees.tree(left + 440 + 14 * noise.at(i, 2), 190, LEAVES[i % 3]);
      buildings.concreteBlock(left + 500 + 10 * noise.at(i, 3));
      buildings.plasterHouse(left + 860 + 14 * noise.at(i, 4), RENDERS[i % 3]);
      trees.tree(left + 1135, 230, LEAVES[(i + 1) % 3]);
      trees.lampPost(left + 410, BLOCK / 2);
      trees.lampPost(left + 410 + BLOCK / 2, BLOCK / 2);
    }
    new Ground(seed).paintRoad(canvas);
  }
}
