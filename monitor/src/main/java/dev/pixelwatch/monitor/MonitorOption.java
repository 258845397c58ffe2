package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;

/** The numeric options of the monitor: everything a command line, a page or a check needs. */
public enum MonitorOption {
  THREADS("threads", "threads", 2, 1, 64, "Threads that score pairs."),
  PARTITIONS(
      "partitions",
      "partitions",
      4,
      1,
      256,
      "Partitions of each topic when it is created; the most threads that can share the work."),
  MAX_FRAME_BYTES(
      "max-frame-bytes",
      "bytes",
      16 << 20,
      1 << 10,
      256 << 20,
      "Largest encoded frame. All size limits of topics and clients follow it."),
  UNMATCHED_AFTER(
      "unmatched-after",
      "milliseconds",
      10_000,
      100,
      3_600_000,
      "How long a frame waits for its partner."),
  LATENCY_BOUND(
      "latency-bound",
      "milliseconds",
      1_000,
      10,
      600_000,
      "Lag above which live mode leaves frames out."),
  DUPLICATE_WINDOW(
      "duplicate-window",
      "milliseconds",
      600_000,
      1_000,
      86_400_000,
      "How long a settled frame number is remembered, to reject it when it comes again."),
  FRAMES_PER_BLOCK(
      "frames-per-block",
      "frames",
      8,
      1,
      1_000_000,
      "Consecutive frames of a stream that go to one partition before the next takes over."),
  FRAME_RETENTION(
      "frame-retention",
      "bytes",
      1L << 30,
      64L << 20,
      1L << 50,
      "Bytes of frames that each partition keeps when its topic is created."),
  RESULT_RETENTION(
      "result-retention",
      "bytes",
      1L << 30,
      64L << 20,
      1L << 50,
      "Bytes that each partition of scores, maps and other results keeps when it is created."),
  BROKER_PATIENCE(
      "broker-patience",
      "milliseconds",
      30_000,
      1_000,
      Integer.MAX_VALUE,
      "How long frames wait for a broker that does not answer before publishing fails."),
  PAYLOAD_CACHE(
      "payload-cache",
      "bytes",
      96L << 20,
      0,
      64L << 30,
      "Memory for payloads that wait for their partner; others are read again from the topic.");

  private final String id;
  private final String unit;
  private final long defaultValue;
  private final long minimum;
  private final long maximum;
  private final String help;

  MonitorOption(
      String id, String unit, long defaultValue, long minimum, long maximum, String help) {
    this.id = id;
    this.unit = unit;
    this.defaultValue = defaultValue;
    this.minimum = minimum;
    this.maximum = maximum;
    this.help = help;
  }

  /** The name used on the command line and in files, such as {@code latency-bound}. */
  public String id() {
    return id;
  }

  /** What the number counts. */
  public String unit() {
    return unit;
  }

  public long defaultValue() {
    return defaultValue;
  }

  /** The smallest value allowed. */
  public long minimum() {
    return minimum;
  }

  /** The largest value allowed. */
  public long maximum() {
    return maximum;
  }

  /** One sentence on what the option does. */
  public String help() {
    return help;
  }

  /** The value, or a {@link UserError} if it lies outside the range. */
  long checked(long value) {
    if (value < minimum || value > maximum) {
      throw new UserError(
          id + " is " + value + " " + unit + ", which is out of range",
          "Give a value from " + minimum + " to " + maximum + ".");
    }
    return value;
  }
}
