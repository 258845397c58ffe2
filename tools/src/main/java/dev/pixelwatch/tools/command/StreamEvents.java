package dev.pixelwatch.tools.command;

import dev.pixelwatch.schemas.StreamStatus;
import dev.pixelwatch.tools.attach.StreamListener.Outcomes;
import dev.pixelwatch.tools.attach.StreamListener.StreamNews;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of streams under watch, as JSON objects for machines. */
final class StreamEvents {
  private StreamEvents() {}

  /** How a stream is doing; what is not known here is left out. */
  static Map<String, Object> of(String kind, StreamNews news) {
    Map<String, Object> fields = new LinkedHashMap<>();
    news.status().ifPresent(status -> put(fields, status));
    news.dropped().ifPresent(dropped -> fields.put("dropped", dropped));
    news.outcomes().ifPresent(outcomes -> put(fields, outcomes));
    return event(kind, news.stream(), fields);
  }

  /**
   * @param stream null where it is about all of them
   */
  static Map<String, Object> event(String kind, String stream, Map<String, ?> fields) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("time", Instant.now().toString());
    event.put("event", kind);
    event.put("stream", stream);
    event.putAll(fields);
    return event;
  }

  private static void put(Map<String, Object> fields, StreamStatus status) {
    fields.put("state", status.getState().name());
    fields.put("reason", status.getReason());
    fields.put("reference_frames", status.getReferenceFrames());
    fields.put("processed_frames", status.getProcessedFrames());
    fields.put("offset_frames", status.getOffsetFrames());
    fields.put("alignment_confidence", status.getAlignmentConfidence());
    fields.put("shift_x", status.getShiftX());
    fields.put("shift_y", status.getShiftY());
  }

  private static void put(Map<String, Object> fields, Outcomes o) {
    fields.put("score", o.score());
    fields.put("top_type", o.topType());
    fields.put("k", o.k());
    fields.put("scores_per_second", o.scoresPerSecond());
    fields.put("scored", o.scored());
    fields.put("skipped", o.skipped());
    fields.put("unmatched", o.unmatched());
    fields.put("lost", o.lost());
    fields.put("failed", o.failed());
    fields.put("duplicate", o.duplicate());
  }
}
