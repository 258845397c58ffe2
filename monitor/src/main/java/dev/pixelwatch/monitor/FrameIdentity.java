package dev.pixelwatch.monitor;

/**
 * Who a frame is. The two frames of a pair agree in stream and frame number.
 *
 * @param stream camera or codec channel under watch, not empty
 * @param stage what stands between reference and processed, such as {@code isp}
 * @param build version of the stage
 * @param frameNumber identity within the stream
 * @param captureTimeUs capture time in microseconds; the epoch is the publisher's choice
 */
public record FrameIdentity(
    String stream, String stage, String build, long frameNumber, long captureTimeUs) {

  /**
   * @throws IllegalArgumentException if the stream has no name
   */
  public FrameIdentity {
    if (stream.isEmpty()) {
      throw new IllegalArgumentException("a stream needs a name");
    }
  }
}
