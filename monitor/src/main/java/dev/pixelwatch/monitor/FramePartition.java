package dev.pixelwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a frame belongs to, the same on both sides. A stream is cut into blocks of
 * consecutive frames, so that one stream alone can use every thread.
 */
public final class FramePartition {
  private FramePartition() {}

  /**
   * {@code (murmur2(stream) + frameNumber / framesPerBlock) mod partitions}, with Kafka's murmur2
   * of the UTF-8 bytes and both division and remainder rounding down.
   */
  public static int of(String stream, long frameNumber, int framesPerBlock, int partitions) {
    long hash = Utils.murmur2(stream.getBytes(UTF_8));
    return (int)
        Math.floorMod(hash + Math.floorDiv(frameNumber, framesPerBlock), (long) partitions);
  }
}
