package dev.pixelwatch.tools.watch;

import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.report.Evidence;
import dev.pixelwatch.tools.report.FrameSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The few frames that a report shows, decoded and assessed once more: to keep the pictures and maps
 * of all frames would take too much memory.
 */
public final class ShownPictures implements FrameSource {
  private final Map<Long, Evidence> evidence = new HashMap<>();

  /** Reads the videos from their start until all these frames have come by. */
  public ShownPictures(VideoPair videos, Set<Long> frames, DistortionNetwork network) {
    try (Assessor assessor = network.newAssessor()) {
      while (evidence.size() < frames.size()) {
        Optional<FramePair> pair = videos.next();
        if (pair.isEmpty()) {
          return;
        }
        if (frames.contains(pair.get().number())) {
          keep(pair.get(), assessor);
        }
      }
    }
  }

  @Override
  public Optional<Evidence> at(long frame) {
    return Optional.ofNullable(evidence.get(frame));
  }

  private void keep(FramePair pair, Assessor assessor) {
    if (pair.reference().isPresent() && pair.processed().isPresent()) {
      evidence.put(
          pair.number(),
          new Evidence(
              pair.reference().get(),
              pair.processed().get(),
              assessor.assess(pair.reference().get(), pair.processed().get()).map()));
    }
  }
}
