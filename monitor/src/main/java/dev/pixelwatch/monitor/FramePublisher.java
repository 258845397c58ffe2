package dev.pixelwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.time.Duration;

/**
 * Publishes frames of either side. Memory is bounded: when the broker is slower than the caller,
 * {@link #publish} waits. Safe for use by several threads.
 */
public final class FramePublisher implements AutoCloseable {
  private final MonitorConfig config;
  private final Topics topics;
  private final RecordPublisher publisher;
  private final int partitions;

  /**
   * Connects, and creates topics that are missing.
   *
   * @throws UserError if the broker cannot be reached or its topics do not fit
   */
  public FramePublisher(MonitorConfig config) {
    this.config = config;
    topics = new Topics(config.topicPrefix());
    publisher = new RecordPublisher(config);
    try {
      partitions = publisher.partitions(topics.frames(Side.REFERENCE));
    } catch (UserError e) {
      publisher.close();
      throw e;
    }
  }

  /**
   * Sends a frame, time-stamped with the wall clock. Returns when there is room for it in memory;
   * an error on the way is thrown by a later call.
   *
   * @throws UserError if the frame is larger than the limit, or if an earlier frame could not be
   *     delivered
   */
  public void publish(Side side, FrameIdentity identity, Picture picture) {
    publish(side, identity, picture, System.currentTimeMillis());
  }

  /**
   * As {@link #publish(Side, FrameIdentity, Picture)}, time-stamped as told: a frame that makes up
   * for one that a crash kept back carries the time of its partner, so that the frames that wait
   * beside it are not taken for unmatched.
   *
   * @param timestampMs milliseconds since 1970
   */
  public void publish(Side side, FrameIdentity identity, Picture picture, long timestampMs) {
    publisher.throwFailure();
    byte[] value = Pictures.encode(identity, picture);
    if (value.length > config.maxFrameBytes()) {
      throw new UserError(
          "%s frame %d of stream %s has %d bytes, and the limit is %d"
              .formatted(
                  side.id(),
                  identity.frameNumber(),
                  identity.stream(),
                  value.length,
                  config.maxFrameBytes()),
          "Scale the frames down: an input that is given a size is scaled to it.");
    }
    int partition =
        FramePartition.of(
            identity.stream(), identity.frameNumber(), config.framesPerBlock(), partitions);
    publisher.publish(
        topics.frames(side), partition, timestampMs, identity.stream().getBytes(UTF_8), value);
  }

  /** For how long frames have been under way and the broker has not answered. */
  public Duration silence() {
    return publisher.silence();
  }

  /**
   * Waits until every frame has been delivered.
   *
   * @throws UserError if one could not be
   */
  public void flush() {
    publisher.flush();
  }

  /**
   * Delivers what is under way and disconnects.
   *
   * @throws UserError if a frame could not be delivered
   */
  @Override
  public void close() {
    publisher.close();
  }
}
