package dev.pixelwatch.tools.record.process;

import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.media.StageRecipe;
import java.util.Optional;
import java.util.Set;

/**
 * What is done to the reference frames of a recording.
 *
 * @param recipe the stage
 * @param build the name under which its output is recorded
 * @param stage what the stage is called; as in the recording if empty
 * @param streams which streams; all if empty
 * @param rate frames per second; from the capture times if empty
 */
public record ProcessOptions(
    StageRecipe recipe,
    String build,
    Optional<String> stage,
    Set<String> streams,
    Optional<FrameRate> rate) {

  public ProcessOptions {
    streams = Set.copyOf(streams);
  }
}
