package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.Score;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What was found for one frame.
 *
 * @param frame frame number within the stream
 * @param timeUs capture time in microseconds
 * @param outcome what became of the frame
 * @param reason why, in words; empty or null when there is nothing to say
 * @param score relational score in points; NaN when not scored
 * @param intensities mean signed intensity of each type, -1..1, in the order of {@link
 *     DistortionType}; null when not scored; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // One row of numbers; never compared as a whole.
public record FrameResult(
    long frame,
    long timeUs,
    FrameOutcome outcome,
    String reason,
    double score,
    float[] intensities) {

  /**
   * @throws IllegalArgumentException if a scored frame lacks numbers or another one has some
   */
  public FrameResult {
    reason = reason == null ? "" : reason;
    boolean complete =
        intensities != null && intensities.length == DistortionType.COUNT && Double.isFinite(score);
    boolean empty = intensities == null && Double.isNaN(score);
    if (outcome == FrameOutcome.SCORED ? !complete : !empty) {
      throw new IllegalArgumentException(
          "frame %d is %s, but its score is %s and its intensities are %s"
              .formatted(frame, outcome.id(), score, Arrays.toString(intensities)));
    }
  }

  /** A scored frame. */
  public static FrameResult scored(long frame, long timeUs, Assessment assessment) {
    float[] means = new float[DistortionType.COUNT];
    for (DistortionType type : DistortionType.values()) {
      means[type.ordinal()] = (float) assessment.map().meanIntensity(type);
    }
    return new FrameResult(frame, timeUs, FrameOutcome.SCORED, "", assessment.score(), means);
  }

  /** A scored frame, as it came from its topic or a recording. */
  public static FrameResult scored(Score score) {
    float[] intensities = new float[DistortionType.COUNT];
    for (int i = 0; i < intensities.length; i++) {
      intensities[i] = score.getIntensities().get(i);
    }
    return new FrameResult(
        score.getFrameNumber(),
        score.getCaptureTimeUs(),
        FrameOutcome.SCORED,
        "",
        score.getScore(),
        intensities);
  }

  /** A frame with any other outcome. */
  public static FrameResult notScored(
      long frame, long timeUs, FrameOutcome outcome, String reason) {
    return new FrameResult(frame, timeUs, outcome, reason, Double.NaN, null);
  }

  /** Whether the frame has a score and intensities. */
  public boolean isScored() {
    return outcome == FrameOutcome.SCORED;
  }

  /**
   * Mean signed intensity of a type.
   *
   * @throws NullPointerException if the frame was not scored
   */
  public double intensity(DistortionType type) {
    return intensities[type.ordinal()];
  }

  /** Of these types the one with the largest magnitude in this scored frame. */
  DistortionType strongestOf(List<DistortionType> types) {
    return types.stream()
        .max(Comparator.comparingDouble(type -> Math.abs(intensity(type))))
        .orElseThrow();
  }
}
