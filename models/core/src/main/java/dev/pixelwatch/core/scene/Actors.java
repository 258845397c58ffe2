package dev.pixelwatch.core.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The things that move: two cars, a person, a balloon and a bird. */
final class Actors {
  private static final int PHASES = 8;
  private static final Material TYRE = Material.plain(0.05f, 0.05f, 0.06f);
  private static final Material SKIN = Material.plain(0.87f, 0.66f, 0.53f);

  private static final Material TEAL =
      (x, y, rgb) -> Material.set(rgb, 0.10f, 0.56f, 0.52f, 1.2f - x / 120);
  private static final Material GREY =
      (x, y, rgb) -> Material.set(rgb, 0.66f, 0.66f, 0.68f, 1.2f - x / 120);

  private final int frameHeight;
  private final float scale;

  Actors(int frameHeight) {
    this.frameHeight = frameHeight;
    this.scale = frameHeight / Canvas.UNITS;
  }

  /** From back to front. */
  List<Actor> all() {
    return List.of(
        actor(60, 40, 4, 90, 3.2, 300, Actors::bird),
        actor(90, 130, 1, 205, 1.1, 700, Actors::balloon),
        actor(64, 118, 4, 434, 1.6, 620, (c, p) -> person(c, p, TEAL)),
        actor(64, 118, 4, 440, -1.3, 900, (c, p) -> person(c, p, GREY)),
        actor(230, 84, 1, 514, -5.5, 500, (c, p) -> car(c, p, Material.plain(0.10f, 0.25f, 0.70f))),
        actor(230, 84, 1, 552, 7, 400, (c, p) -> car(c, p, Material.plain(0.85f, 0.07f, 0.08f))));
  }

  private Actor actor(
      int width,
      int height,
      int framesPerPhase,
      int top,
      double speed,
      int start,
      BiConsumer<Canvas, Float> painter) {
    List<Layer> phases = new ArrayList<>();
    for (int i = 0; i < PHASES; i++) {
      Canvas canvas = new Canvas(pixels(width), pixels(height), frameHeight);
      painter.accept(canvas, (float) (2 * Math.PI * i / PHASES));
      if (speed < 0) {
        canvas.mirror();
      }
      phases.add(new Layer(canvas));
    }
    return new Actor(
        phases, framesPerPhase, Math.round(top * scale), speed * scale, Math.round(start * scale));
  }

  private int pixels(int units) {
    return 2 * Math.max(1, (int) Math.ceil(units * scale / 2));
  }

  private static void car(Canvas canvas, float phase, Material paint) {
    canvas.box(16, 60, 214, 78, Material.plain(0.04f, 0.04f, 0.05f));
    canvas.fill(
        6, 34, 224, 68, Shape.convex(6, 66, 10, 40, 60, 34, 170, 34, 222, 46, 224, 66), paint);
    canvas.fill(50, 6, 180, 38, Shape.convex(50, 36, 76, 8, 140, 8, 178, 38), paint);
    Material glass = (x, y, rgb) -> Material.set(rgb, 0.45f, 0.58f, 0.68f, 1.25f - y / 34);
    canvas.fill(60, 12, 104, 36, Shape.convex(60, 35, 80, 13, 104, 13, 104, 35), glass);
    canvas.fill(110, 12, 168, 36, Shape.convex(110, 35, 110, 13, 137, 13, 166, 36), glass);
    canvas.line(12, 44, 216, 48, 1.5f, Material.plain(0.95f, 0.95f, 0.95f));
    canvas.disc(216, 52, 5, Material.plain(1, 0.96f, 0.75f));
    canvas.box(6, 46, 12, 56, Material.plain(0.95f, 0.15f, 0.1f));
    for (float x : new float[] {52, 176}) {
      canvas.disc(x, 66, 17, TYRE);
      canvas.disc(x, 66, 10, Material.plain(0.75f, 0.76f, 0.78f));
      for (int i = 0; i < 5; i++) {
        double angle = phase / 5 + 2 * Math.PI * i / 5;
        canvas.line(
            x, 66, x + 9 * (float) Math.cos(angle), 66 + 9 * (float) Math.sin(angle), 2, TYRE);
      }
    }
  }

  private static void person(Canvas canvas, float phase, Material shirt) {
    float swing = 15 * (float) Math.sin(phase);
    Material jeans = Material.plain(0.16f, 0.22f, 0.38f);
    canvas.line(32, 46, 32 - 0.8f * swing, 72, 7, SKIN);
    canvas.line(32, 74, 32 - swing, 110, 11, jeans);
    canvas.line(32, 74, 32 + swing, 110, 11, jeans);
    canvas.line(32 - swing, 112, 38 - swing, 112, 6, TYRE);
    canvas.line(32 + swing, 112, 38 + swing, 112, 6, TYRE);
    canvas.box(21, 36, 43, 78, shirt);
    canvas.line(32, 46, 32 + 0.8f * swing, 72, 7, SKIN);
    canvas.disc(32, 22, 12, SKIN);
    canvas.fill(18, 6, 44, 20, Shape.disc(31, 19, 13), Material.plain(0.22f, 0.13f, 0.08f));
    canvas.disc(39, 23, 1.5f, TYRE);
  }

  private static void balloon(Canvas canvas, float phase) {
    canvas.line(45, 84, 45 + 3 * (float) Math.sin(phase), 128, 1.2f, TYRE);
    canvas.disc(
        45,
        45,
        40,
        (x, y, rgb) -> {
          float light = 1.1f - (float) Math.hypot(x - 32, y - 30) / 75;
          boolean stripe = Math.floorMod((int) Math.floor(x / 16), 2) == 0;
          Material.set(rgb, 0.98f, stripe ? 0.78f : 0.25f, stripe ? 0.08f : 0.55f, light);
        });
  }

  private static void bird(Canvas canvas, float phase) {
    float flap = 13 * (float) Math.sin(phase);
    Material feathers = Material.plain(0.14f, 0.13f, 0.15f);
    canvas.line(30, 20, 12, 18 - flap, 3, feathers);
    canvas.line(30, 20, 48, 18 - flap, 3, feathers);
    canvas.line(22, 21, 38, 20, 5, feathers);
  }
}
