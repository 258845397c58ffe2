package dev.pixelwatch.tools.attach.align;

import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.monitor.Side;
import java.util.Optional;
import java.util.OptionalLong;

/** Frames of the same number belong together, counted from the first frame of each side. */
public final class NumberAlignment implements Alignment {
  @Override
  public void observe(Side side, LiveFrame frame) {
    // The numbers say it all.
  }

  @Override
  public Standing standing() {
    return Standing.aligned(0, Optional.empty());
  }

  @Override
  public OptionalLong number(Side side, LiveFrame frame) {
    return OptionalLong.of(frame.index());
  }

  @Override
  public void restart() {
    // Numbers go on by the time that has passed.
  }
}
