package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.schemas.Score;
import java.nio.ByteBuffer;

/**
 * A scored pair as the detectors see it.
 *
 * @param stage what stands between reference and processed
 * @param build version of the stage
 * @param frame frame number
 * @param timeUs capture time in microseconds
 * @param values the 15 signed intensities in the order of the types, then the score; not copied
 * @param latencyUs from publishing to the score in microseconds, 0 if unknown
 * @param reference thumbnail of the reference frame, 256 luma codes; empty if unknown
 * @param processed the same of the processed frame
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
public record Observation(
    String stage,
    String build,
    long frame,
    long timeUs,
    double[] values,
    long latencyUs,
    byte[] reference,
    byte[] processed) {

  /** What a score says, in the terms of the detectors. */
  public static Observation of(Score score) {
    return new Observation(
        score.getStage(),
        score.getBuild(),
        score.getFrameNumber(),
        score.getCaptureTimeUs(),
        Quantity.of(score),
        score.getLatencyUs(),
        bytes(score.getReferenceThumbnail()),
        bytes(score.getProcessedThumbnail()));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
