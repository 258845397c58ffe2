package dev.pixelwatch.core.scene;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.util.List;
import java.util.function.Consumer;

/**
 * A street seen by a camera that pans slowly to and fro, meant for 25 to 30 frames per second. It
 * has smooth sky and walls (banding, noise), fine texture (blur, smearing), lettering, railings and
 * slanted wires (aliasing, oversharpening), saturated, neutral and skin colours, black and white.
 *
 * <p>The layers are painted once, larger than a frame; a frame is put together by copying.
 */
public final class MovingScene {
  /** Smallest width and height in pixels. */
  public static final int SMALLEST = 64;

  private static final double GRAIN = 1.6;

  private final int width;
  private final int height;
  private final int reach;
  private final int step;
  private final Layer sky;
  private final Layer street;
  private final Layer verge;
  private final List<Actor> actors;
  private final SensorGrain grain;

  /**
   * A scene without grain.
   *
   * @param width pixels, at least {@value #SMALLEST}; may be odd
   * @param height as width
   * @param seed equal seeds give equal scenes
   * @throws IllegalArgumentException if a size is too small
   */
  public MovingScene(int width, int height, long seed) {
    this(width, height, seed, false);
  }

  /**
   * As {@link #MovingScene(int, int, long)}.
   *
   * @param withGrain whether to add faint sensor noise, new in every frame
   */
  public MovingScene(int width, int height, long seed, boolean withGrain) {
    if (width < SMALLEST || height < SMALLEST) {
      throw new IllegalArgumentException(
          "a scene of %d x %d is too small, %d x %d is the least"
              .formatted(width, height, SMALLEST, SMALLEST));
    }
    this.width = width;
    this.height = height;
    reach = even(width / 2);
    step = Math.max(2, even(width / 640));
    sky = new Layer(painted(reach / 2, canvas -> new Sky(seed).paint(canvas)));
    street = new Layer(painted(reach, canvas -> Street.paint(canvas, seed)));
    verge = new Layer(painted(reach, canvas -> new Ground(seed).paintVerge(canvas)));
    actors = new Actors(height).all();
    grain = withGrain ? new SensorGrain(seed, GRAIN) : null;
  }

  /**
   * The frame with this number, 0 or more; BT.709, limited range. The same number always gives the
   * same samples, in planes of their own.
   */
  public Picture frame(long number) {
    Picture frame = empty();
    int pan = pan(number);
    sky.drawOnto(frame, -even(pan / 2), 0);
    street.drawOnto(frame, -pan, 0);
    actors.forEach(actor -> actor.drawOnto(frame, number, pan));
    verge.drawOnto(frame, -pan, 0);
    if (grain != null) {
      grain.addTo(frame, number);
    }
    return frame;
  }

  /** Pixels to the right of the start: to the end of the layer and back. */
  private int pan(long number) {
    long there = reach / step;
    long position = number % (2 * there);
    return (int) (step * Math.min(position, 2 * there - position));
  }

  private Canvas painted(int spare, Consumer<Canvas> painter) {
    Canvas canvas = new Canvas(even(width + 1 + spare), even(height + 1), height);
    painter.accept(canvas);
    return canvas;
  }

  private Picture empty() {
    int chroma = Picture.half(width) * Picture.half(height);
    return new Picture(
        width,
        height,
        new byte[width * height],
        new byte[chroma],
        new byte[chroma],
        ColourMatrix.BT709,
        ColourRange.LIMITED);
  }

  private static int even(int n) {
    return n & ~1;
  }
}
