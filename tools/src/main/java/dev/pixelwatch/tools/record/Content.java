package dev.pixelwatch.tools.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.AlertJson;
import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.Optional;

/**
 * What a recording needs to know of a record.
 *
 * @param build whom it is about
 * @param frame number of the frame, or -1 where it is about none
 * @param pixels SHA-256 of the pixels of a frame, otherwise empty
 * @param model the network of a score
 */
record Content(BuildId build, long frame, byte[] pixels, Optional<ModelInfo> model) {
  static final long NO_FRAME = -1;
  private static final byte[] NO_PIXELS = {};

  /**
   * Reads a record as it came from its topic.
   *
   * @throws dev.pixelwatch.schemas.UndecodableRecordException if it is no such record
   * @throws IllegalArgumentException if it is no alert where one belongs
   */
  static Content of(RecordKind kind, byte[] message) {
    return switch (kind) {
      case REFERENCE, PROCESSED -> of(Records.FRAME.decode(message));
      case SCORES -> of(Records.SCORE.decode(message));
      case MAPS -> of(Records.MAP.decode(message));
      case OUTCOMES -> of(Records.OUTCOME.decode(message));
      case STATUS -> of(Records.STATUS.decode(message));
      case ALERTS -> of(AlertJson.decode(message));
    };
  }

  private static Content of(Frame frame) {
    return new Content(
        new BuildId(frame.getStream(), frame.getStage(), frame.getBuild()),
        frame.getFrameNumber(),
        Sha256.of(frame.getPayload()),
        Optional.empty());
  }

  private static Content of(Score score) {
    return new Content(
        new BuildId(score.getStream(), score.getStage(), score.getBuild()),
        score.getFrameNumber(),
        NO_PIXELS,
        Optional.of(new ModelInfo(score.getModelName(), score.getModelSha256())));
  }

  private static Content of(DistortionMap map) {
    return plain(map.getStream(), map.getStage(), map.getBuild(), map.getFrameNumber());
  }

  private static Content of(Outcome outcome) {
    return plain(
        outcome.getStream(), outcome.getStage(), outcome.getBuild(), outcome.getFrameNumber());
  }

  private static Content of(StreamStatus status) {
    return plain(status.getStream(), status.getStage(), status.getBuild(), NO_FRAME);
  }

  private static Content of(Alert alert) {
    return plain(
        alert.stream(),
        String.valueOf(alert.stage()),
        String.valueOf(alert.build()),
        alert.openedFrame());
  }

  private static Content plain(String stream, String stage, String build, long frame) {
    return new Content(new BuildId(stream, stage, build), frame, NO_PIXELS, Optional.empty());
  }

  /** The key that its Kafka record has. */
  byte[] key() {
    return build.stream().getBytes(UTF_8);
  }
}
