package dev.pixelwatch.monitor.detect;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All detectors of one stream. Scored pairs and outcomes come in the order of frame numbers; what
 * all detectors remember can be stored after each of them, so that after a crash each alert opens
 * and closes once. Used by one thread.
 */
public final class StreamDetectors {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultVisibility(
              v ->
                  v.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                      .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                      .withVisibility(PropertyAccessor.CREATOR, Visibility.NON_PRIVATE))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** A takeover is over by then. */
  private static final double TAKEOVER_SECONDS = 60;

  /** What is stored. */
  static final class Memory {
    long head = FrameOrder.NONE;

    /** Capture time of that frame. */
    long lastUs;

    AlertBook book = new AlertBook();
    ShiftDetector shifts = new ShiftDetector();
    CorruptionDetector corruption = new CorruptionDetector();
    PictureDetector pictures = new PictureDetector();
    OutcomeDetector outcomes = new OutcomeDetector();
    StatusDetector status = new StatusDetector();
    LatencyDetector latency = new LatencyDetector();
  }

  private final Memory memory;
  private final StreamContext context;
  private final boolean live;

  private StreamDetectors(String stream, DetectorConfig config, Region region, Memory memory) {
    this.memory = memory;
    this.live = config.live();
    context =
        new StreamContext(
            stream,
            config.rules(),
            config.baseline(stream),
            config.rules().steps(stream),
            region,
            memory.book);
  }

  /** For a stream that was never seen. */
  public static StreamDetectors of(String stream, DetectorConfig config, Region region) {
    return new StreamDetectors(stream, config, region, new Memory());
  }

  /**
   * As they were when {@link #store} was asked. What a later version stored otherwise is forgotten:
   * the stream is then learned anew.
   */
  public static StreamDetectors restore(
      String stream, DetectorConfig config, Region region, byte[] stored) {
    try {
      return new StreamDetectors(stream, config, region, MAPPER.readValue(stored, Memory.class));
    } catch (JacksonException e) {
      return of(stream, config, region);
    }
  }

  /** All that the detectors remember. */
  public byte[] store() {
    return MAPPER.writeValueAsBytes(memory);
  }

  /** The frame number that came last, or {@link FrameOrder#NONE}. */
  public long head() {
    return memory.head;
  }

  /**
   * Whether a scored pair shows that its stream began anew. Where a monitor takes over from one
   * that died, pairs come late by a thousand numbers, and by as much of capture time.
   */
  public boolean isRestart(long number, long timeUs) {
    double lateSeconds = (memory.lastUs - timeUs) / 1e6;
    boolean isLate = lateSeconds >= 0 && lateSeconds <= TAKEOVER_SECONDS;
    return FrameOrder.isRestart(number, memory.head) && !isLate;
  }

  /**
   * The numbers of the stream begin anew, and its capture time perhaps. What was learned stays;
   * what was going on has ended, and is told again if it goes on.
   */
  public void beginAnew() {
    memory.book.closeAll(memory.lastUs, "The stream began anew.");
    memory.head = FrameOrder.NONE;
    memory.shifts.beginAnew();
    memory.corruption = new CorruptionDetector();
    memory.pictures = new PictureDetector();
    memory.outcomes = new OutcomeDetector();
    memory.status = new StatusDetector();
    memory.latency = new LatencyDetector();
  }

  /** A scored pair; gives the alerts that open or close by it. */
  public List<Alert> scored(Observation o) {
    memory.head = o.frame();
    memory.lastUs = o.timeUs();
    memory.book.at(o.stage(), o.build());
    memory.outcomes.scored(o, context);
    memory.pictures.add(o, context);
    if (!PictureDetector.oneIsBlack(o, context)) {
      memory.corruption.add(o, memory.shifts, context);
      memory.shifts.add(o, context);
    }
    if (live) {
      memory.latency.add(o, context);
    }
    memory.status.lastFrame = o.frame();
    return memory.book.take();
  }

  /** A frame that has another outcome. */
  public List<Alert> settled(Outcome outcome) {
    memory.head = outcome.getFrameNumber();
    memory.lastUs = outcome.getCaptureTimeUs();
    memory.book.at(outcome.getStage(), outcome.getBuild());
    memory.outcomes.settled(outcome, context);
    return memory.book.take();
  }

  /**
   * Frame numbers that did not come in their turn.
   *
   * @param next the number that came instead
   * @param count how many lack before it
   * @param timeUs capture time of that frame
   */
  public void missing(long next, long count, long timeUs) {
    memory.outcomes.missing(next, count, timeUs);
  }

  /** One of them came late: it is not missing. */
  public void cameLate(long number) {
    memory.outcomes.cameLate(number);
  }

  /** A frame number that came again. */
  public List<Alert> duplicate(Outcome outcome) {
    memory.outcomes.duplicate(outcome, context);
    return memory.book.take();
  }

  /** The capture tells how it is doing. */
  public List<Alert> stated(StreamStatus status) {
    memory.book.at(status.getStage(), status.getBuild());
    memory.outcomes.captured(status);
    memory.status.add(status, context);
    return memory.book.take();
  }
}
