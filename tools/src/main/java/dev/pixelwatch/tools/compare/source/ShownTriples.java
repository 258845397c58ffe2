package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.compare.report.FrameEvidence;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The few frames that a report shows, read and assessed once more. */
public final class ShownTriples {
  private ShownTriples() {}

  /**
   * Reads until all these frames have come by.
   *
   * @return by frame number, those that can still be had
   */
  public static Map<Long, FrameEvidence> of(
      TripleSource source, Set<Long> frames, DistortionNetwork network) {
    Map<Long, FrameEvidence> evidence = new TreeMap<>();
    try (Assessor assessor = network.newAssessor()) {
      Optional<FrameTriple> triple = source.next();
      while (triple.isPresent() && evidence.size() < frames.size()) {
        triple
            .filter(frame -> frames.contains(frame.number()) && frame.isWhole())
            .ifPresent(frame -> evidence.put(frame.number(), assess(frame, assessor)));
        triple = source.next();
      }
    }
    return evidence;
  }

  private static FrameEvidence assess(FrameTriple frame, Assessor assessor) {
    Picture reference = frame.reference().orElseThrow();
    Picture a = frame.a().orElseThrow();
    Picture b = frame.b().orElseThrow();
    return new FrameEvidence(
        reference, a, b, assessor.assess(reference, a).map(), assessor.assess(reference, b).map());
  }
}
