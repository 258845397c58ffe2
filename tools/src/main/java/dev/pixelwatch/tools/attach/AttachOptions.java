package dev.pixelwatch.tools.attach;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to attach to.
 *
 * @param streams at least one, with different names
 * @param publishOnly whether monitors elsewhere score the frames
 * @param duration when to end by itself, if at all
 * @param system where it happens
 */
public record AttachOptions(
    List<StreamSpec> streams,
    boolean publishOnly,
    Optional<Duration> duration,
    SystemOptions system) {

  public AttachOptions {
    streams = List.copyOf(streams);
  }
}
