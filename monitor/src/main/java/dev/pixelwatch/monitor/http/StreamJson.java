package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ScoreWords;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/** Streams and their scores as the API and the events tell them. */
final class StreamJson {
  private static final int SCORE_DECIMALS = 3;
  private static final int INTENSITY_DECIMALS = 4;

  /** Silence after which a stream without a told state counts as quiet. */
  private static final long QUIET_MS = 3000;

  private StreamJson() {}

  /** Everything about a stream but its history. */
  static void write(
      JsonGenerator json, StreamView view, KeptFrames kept, OptionalDouble latencyMs) {
    json.writeStringProperty("stream", view.stream());
    json.writeStringProperty("stage", view.stage());
    json.writeStringProperty("build", view.build());
    state(json, view);
    Json.object(json, "frames", () -> outcomes(json, view));
    json.writeNumberProperty("k", view.k());
    Json.number(json, "rate", view.rate(), 2);
    json.writeNumberProperty("idle_ms", view.idleMillis());
    Json.number(json, "latency_ms", latencyMs.isPresent() ? latencyMs.getAsDouble() : null, 1);
    json.writeNumberProperty("first", view.first());
    json.writeNumberProperty("next", view.next());
    if (view.last() == null) {
      json.writeNullProperty("last");
    } else {
      Json.object(json, "last", () -> last(json, view.last()));
    }
    Json.object(json, "kept", () -> kept(json, kept));
  }

  private static void state(JsonGenerator json, StreamView view) {
    StreamStatus status = view.status();
    json.writeStringProperty("state", stateOf(view));
    json.writeStringProperty("reason", status == null ? "" : view.captureReason());
    if (status != null) {
      json.writeNumberProperty("reference_frames", status.getReferenceFrames());
      json.writeNumberProperty("processed_frames", status.getProcessedFrames());
      json.writeNumberProperty("frames_without_room", status.getFramesWithoutRoom());
      Json.number(json, "offset_frames", status.getOffsetFrames(), 0);
      Json.number(json, "alignment_confidence", status.getAlignmentConfidence(), 3);
      Json.number(json, "shift_x", status.getShiftX(), 2);
      Json.number(json, "shift_y", status.getShiftY(), 2);
    }
  }

  /** As its capture tells it, or else what can be seen from here. */
  static String stateOf(StreamView view) {
    if (view.status() != null) {
      return view.captureState().name().toLowerCase(Locale.ROOT);
    }
    if (view.last() == null) {
      return "waiting";
    }
    return view.idleMillis() < QUIET_MS ? "live" : "quiet";
  }

  private static void outcomes(JsonGenerator json, StreamView view) {
    for (OutcomeKind kind : OutcomeKind.values()) {
      json.writeNumberProperty(kind.name().toLowerCase(Locale.ROOT), view.count(kind));
    }
  }

  private static void last(JsonGenerator json, Score score) {
    json.writeNumberProperty("frame", score.getFrameNumber());
    json.writeNumberProperty("time_us", score.getCaptureTimeUs());
    Json.number(json, "score", score.getScore(), SCORE_DECIMALS);
    json.writeStringProperty("words", ScoreWords.of(score.getScore()));
    Json.object(json, "intensities", () -> intensities(json, score));
    json.writeNumberProperty("width", score.getWidth());
    json.writeNumberProperty("height", score.getHeight());
    json.writeStringProperty("model", score.getModelName());
    json.writeStringProperty("model_sha256", score.getModelSha256());
    json.writeStringProperty("engine", score.getEngine());
    Json.number(json, "inference_ms", score.getInferenceUs() / 1000.0, 2);
  }

  private static void intensities(JsonGenerator json, Score score) {
    for (DistortionType type : DistortionType.values()) {
      if (type.ordinal() < score.getIntensities().size()) {
        Json.number(
            json, type.id(), score.getIntensities().get(type.ordinal()), INTENSITY_DECIMALS);
      }
    }
  }

  private static void kept(JsonGenerator json, KeptFrames kept) {
    Optional<KeptFrame> newest = kept.newest();
    json.writeNumberProperty("bytes", kept.bytes());
    if (newest.isEmpty()) {
      json.writeNullProperty("newest");
    } else {
      json.writeNumberProperty("newest", newest.get().number());
      json.writeNumberProperty("newest_time_us", newest.get().timeUs());
      json.writeBooleanProperty("pictures", newest.get().hasPictures());
    }
  }

  /** Scored frames in columns; {@code behind} says that earlier ones were left out. */
  static void points(JsonGenerator json, Points points, boolean behind) {
    json.writeNumberProperty("from", points.from());
    json.writeNumberProperty("next", points.next());
    json.writeBooleanProperty("behind", behind);
    Json.array(json, "frames", () -> longs(json, points.frames()));
    Json.array(json, "times_us", () -> longs(json, points.timesUs()));
    Json.array(
        json,
        "scores",
        () -> {
          for (float score : points.scores()) {
            Json.number(json, score, SCORE_DECIMALS);
          }
        });
    Json.object(json, "intensities", () -> intensities(json, points));
  }

  private static void intensities(JsonGenerator json, Points points) {
    for (DistortionType type : DistortionType.values()) {
      Json.array(
          json,
          type.id(),
          () -> {
            for (int i = 0; i < points.size(); i++) {
              Json.number(json, points.intensity(i, type), INTENSITY_DECIMALS);
            }
          });
    }
  }

  private static void longs(JsonGenerator json, long[] values) {
    for (long value : values) {
      json.writeNumber(value);
    }
  }
}
