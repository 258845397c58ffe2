package dev.pixelwatch.monitor;

/**
 * Names and tags of everything measured. They are public: dashboards and alert rules use them.
 *
 * <p>Counters and timers cover this process since its start. After a crash the work of the last
 * commit interval is done again and counted again; the outcomes on the topic are exact.
 */
public final class MetricNames {
  /** Counter: outcomes by {@link #OUTCOME}, {@link #STREAM}, {@link #STAGE} and {@link #BUILD}. */
  public static final String FRAMES = "pixelwatch.frames";

  /** Timer: the network on one pair. */
  public static final String INFERENCE = "pixelwatch.inference";

  /**
   * Timer: from publishing of the later frame of a pair to its score, by {@link #STREAM}, {@link
   * #STAGE} and {@link #BUILD}; with buckets.
   */
  public static final String LATENCY = "pixelwatch.latency";

  /** Gauge: every k-th frame is scored; the largest k of all tasks. */
  public static final String K = "pixelwatch.k";

  /** Gauge: bytes of payloads that wait in memory for their partner. */
  public static final String CACHE_BYTES = "pixelwatch.cache";

  /** Counter: payloads read again from the topic since they were not in memory. */
  public static final String REREADS = "pixelwatch.rereads";

  /** Gauge: records of a {@link #TOPIC} that this process has been given and has not read yet. */
  public static final String LAG = "pixelwatch.lag";

  /** Counter: bytes that this process read from the broker. */
  public static final String KAFKA_READ = "pixelwatch.kafka.read";

  /** Counter: bytes that this process wrote to the broker. */
  public static final String KAFKA_WRITTEN = "pixelwatch.kafka.written";

  /** Gauge: open connections of this process to brokers. */
  public static final String KAFKA_CONNECTIONS = "pixelwatch.kafka.connections";

  /** Tag: the name of a topic. */
  public static final String TOPIC = "topic";

  /** Tag: scored, skipped, unmatched, duplicate, lost or failed. */
  public static final String OUTCOME = "outcome";

  public static final String STREAM = "stream";
  public static final String STAGE = "stage";
  public static final String BUILD = "build";

  private MetricNames() {}
}
