package dev.pixelwatch.tools.compare;

import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.Comparator;
import java.util.List;

/**
 * What one build made of the frames of a reference, as the network saw it.
 *
 * @param name how people call the build
 * @param source where it comes from, such as a file
 * @param model weights that scored it
 * @param frames those that were scored, in rising order of their numbers
 */
public record ScoredBuild(String name, String source, ModelInfo model, List<FrameResult> frames) {
  /** Keeps the scored frames only, and puts them in order. */
  public ScoredBuild {
    frames =
        frames.stream()
            .filter(FrameResult::isScored)
            .sorted(Comparator.comparingLong(FrameResult::frame))
            .toList();
  }
}
