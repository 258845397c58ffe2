package dev.pixelwatch.monitor.http;

import dev.pixelwatch.monitor.MetricNames;

/** Names and tags of what the HTTP side measures, beside {@link MetricNames}. They are public. */
public final class HttpMetricNames {
  /** Gauge: the newest relational score, by stream, stage and build. */
  public static final String SCORE = "pixelwatch.score";

  /** Gauge: the newest mean signed intensity, by stream, stage, build and {@link #TYPE}. */
  public static final String INTENSITY = "pixelwatch.intensity";

  /** Gauge: time since the newest score of a stream, by stream, stage and build. */
  public static final String IDLE = "pixelwatch.idle";

  /** Gauge: 1 while frames can be scored and results be read, 0 otherwise. */
  public static final String READY = "pixelwatch.ready";

  /** Gauge: memory of this process that is in use, native memory included. */
  public static final String RESIDENT = "process.resident.memory";

  /** Gauge: 1 for the {@link #STATE} that the capture of a stream is in, 0 for the others. */
  public static final String CAPTURE_STATE = "pixelwatch.capture.state";

  /** Gauge: frames captured since the start, by stream and {@link #SIDE}. */
  public static final String CAPTURED = "pixelwatch.captured.frames";

  /** Gauge: captured frames that there was no room for, by stream. */
  public static final String WITHOUT_ROOM = "pixelwatch.captured.frames.without.room";

  /** Gauge: how sure the temporal offset is, 0..1, by stream. */
  public static final String ALIGNMENT_CONFIDENCE = "pixelwatch.alignment.confidence";

  /** Gauge: temporal offset of the processed side in frames, by stream. */
  public static final String ALIGNMENT_OFFSET = "pixelwatch.alignment.offset";

  /** Counter: alerts that opened, by stream, stage, build, {@link #KIND} and {@link #TYPE}. */
  public static final String ALERTS = "pixelwatch.alerts";

  /** Gauge: alerts that are open, by the same tags; 0 once one has closed. */
  public static final String OPEN_ALERTS = "pixelwatch.alerts.open";

  /** Gauge: always 1; its tags name the network that scores a stream. */
  public static final String MODEL = "pixelwatch.model";

  /** Gauge: browsers and others that follow the events. */
  public static final String SUBSCRIBERS = "pixelwatch.page.subscribers";

  /** Counter: how often a subscriber was too slow and had to catch up. */
  public static final String BEHIND = "pixelwatch.page.behind";

  /** Counter: pairs of pictures encoded for the page. */
  public static final String PICTURES = "pixelwatch.page.pictures";

  /** Gauge: bytes of the pictures and maps that can be looked at. */
  public static final String KEPT_BYTES = "pixelwatch.page.kept";

  public static final String TYPE = "type";
  public static final String KIND = "kind";
  public static final String STATE = "state";
  public static final String SIDE = "side";

  private HttpMetricNames() {}
}
