package dev.pixelwatch.monitor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs pairs that could not be scored: the first, and then ever more rarely, since a stage that
 * changes the size fails every pair. Each has its reason on the topic of outcomes. Used by one
 * thread.
 */
final class FailedPairs {
  private static final Logger LOG = LoggerFactory.getLogger(FailedPairs.class);

  private long count;

  /** Another one; pictures that will not do are no fault of ours, and need no trace. */
  void add(FrameIdentity identity, RuntimeException e) {
    count++;
    if (Long.bitCount(count) > 1) {
      return;
    }
    String words =
        "Frame %d of stream %s failed, the %d. pair of its task that did: %s"
            .formatted(identity.frameNumber(), identity.stream(), count, e.getMessage());
    if (e instanceof IllegalArgumentException) {
      LOG.warn(words);
    } else {
      LOG.warn(words, e);
    }
  }
}
