package dev.pixelwatch.tools.attach;

import dev.pixelwatch.media.LiveInput;
import dev.pixelwatch.media.StageRecipe;
import java.time.Duration;
import java.util.Optional;

/**
 * One stream to attach to: two inputs, or one input and a stage that is run here.
 *
 * @param stream its name
 * @param stage what stands between the two sides
 * @param build version of the stage
 * @param reference what goes into the stage
 * @param processed what comes out of it; empty when the stage is run here
 * @param through the stage that is run here; empty when both sides are captured
 * @param alignBy how the frames are put together
 * @param tolerance furthest distance of capture times; half a frame if empty
 */
public record StreamSpec(
    String stream,
    String stage,
    String build,
    LiveInput reference,
    Optional<LiveInput> processed,
    Optional<StageRecipe> through,
    AlignBy alignBy,
    Optional<Duration> tolerance) {

  /**
   * @throws IllegalArgumentException unless there is either a processed side or a stage
   */
  public StreamSpec {
    if (processed.isPresent() == through.isPresent()) {
      throw new IllegalArgumentException("a stream has either a processed side or a stage");
    }
  }

  /**
   * Finds the mistakes that show without opening the inputs.
   *
   * @throws dev.pixelwatch.core.UserError if there is one
   */
  void check() {
    reference.check();
    processed.ifPresent(LiveInput::check);
  }
}
