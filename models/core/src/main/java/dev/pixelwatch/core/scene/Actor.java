package dev.pixelwatch.core.scene;

import dev.pixelwatch.core.Picture;
import java.util.List;

/**
 * Something that moves along a line across the view, over and over.
 *
 * @param phases what it looks like at successive moments, repeated
 * @param framesPerPhase how long each is shown
 * @param top where it is from the upper edge, in pixels
 * @param speed pixels to the right for each frame; to the left when negative
 * @param start pixels it has gone at frame 0
 */
record Actor(List<Layer> phases, int framesPerPhase, int top, double speed, int start) {

  void drawOnto(Picture frame, long number, int pan) {
    Layer layer = phases.get((int) (number / framesPerPhase % phases.size()));
    int lane = frame.width() * 3 / 2 + 2 * layer.width();
    long gone = Math.floorMod(start + Math.round(number * speed), (long) lane);
    layer.drawOnto(frame, even(gone - layer.width() - pan / 2.0), even(top));
  }

  private static int even(double position) {
    return 2 * (int) Math.floor(position / 2);
  }
}
