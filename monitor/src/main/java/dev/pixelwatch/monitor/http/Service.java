package dev.pixelwatch.monitor.http;

import java.util.Optional;

/** What the process behind the page is doing. Safe for use by several threads. */
final class Service {
  private volatile ResultFollower follower;
  private volatile Runnable check = () -> {};
  private volatile boolean ended;

  synchronized void follows(ResultFollower reader, Runnable readiness) {
    follower = reader;
    check = readiness;
    ended = false;
  }

  synchronized void ends(ResultFollower reader) {
    if (follower == reader) {
      follower = null;
      ended = true;
    }
  }

  /** {@code starting}, {@code running} or {@code ended}. */
  String phase() {
    if (ended) {
      return "ended";
    }
    return follower == null ? "starting" : "running";
  }

  /** Why results cannot be read or frames not be scored at present; empty when all is well. */
  Optional<String> trouble() {
    ResultFollower reader = follower;
    if (reader == null) {
      return Optional.of(
          ended ? "the run has ended" : "the broker and the monitor are still starting");
    }
    try {
      check.run();
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    return reader.trouble();
  }
}
