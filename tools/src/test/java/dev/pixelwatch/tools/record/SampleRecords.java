package dev.pixelwatch.tools.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.Maps;
import dev.pixelwatch.monitor.Pictures;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.Score;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A small stream as it would come from the topics: moving pictures, scores, maps, outcomes. */
final class SampleRecords {
  static final BuildId BUILD = new BuildId("cam 1", "isp", "7");
  static final int WIDTH = 64;
  static final int HEIGHT = 64;
  private static final MovingScene SCENE = new MovingScene(WIDTH, HEIGHT, 1, true);

  private SampleRecords() {}

  static FrameIdentity identity(BuildId build, long frame) {
    return new FrameIdentity(
        build.stream(), build.stage(), build.build(), frame, frame * 1_000_000 / 30);
  }

  static Picture picture(long frame) {
    return SCENE.frame(frame);
  }

  static byte[] frame(BuildId build, long frame) {
    return Records.FRAME.encode(Pictures.toFrame(identity(build, frame), picture(frame)));
  }

  static byte[] score(BuildId build, long frame) {
    return Records.SCORE.encode(
        new Score(
            build.stream(),
            build.stage(),
            build.build(),
            frame,
            frame * 1_000_000 / 30,
            -frame / 8.0,
            Collections.nCopies(DistortionType.COUNT, 0.25f),
            WIDTH,
            HEIGHT,
            "live",
            "ab".repeat(32),
            "a test",
            1000L,
            0L,
            ByteBuffer.allocate(0),
            ByteBuffer.allocate(0)));
  }

  static byte[] map(BuildId build, long frame) {
    float[] values = new float[DistortionType.COUNT * 4 * 4];
    values[(int) (frame % values.length)] = 1;
    return Records.MAP.encode(
        Maps.toRecord(identity(build, frame), new DistortionMap(4, 4, values)));
  }

  static byte[] outcome(BuildId build, long frame) {
    return Records.OUTCOME.encode(
        new Outcome(
            build.stream(),
            build.stage(),
            build.build(),
            frame,
            frame * 1_000_000 / 30,
            OutcomeKind.SCORED,
            "",
            1,
            null));
  }

  /** Everything about some frames of a build. */
  static List<RecordedMessage> of(BuildId build, long from, long to) {
    List<RecordedMessage> all = new ArrayList<>();
    for (long frame = from; frame < to; frame++) {
      all.add(message(RecordKind.REFERENCE, build, frame, frame(build, frame)));
      all.add(message(RecordKind.PROCESSED, build, frame, frame(build, frame)));
      all.add(message(RecordKind.SCORES, build, frame, score(build, frame)));
      all.add(message(RecordKind.MAPS, build, frame, map(build, frame)));
      all.add(message(RecordKind.OUTCOMES, build, frame, outcome(build, frame)));
    }
    return all;
  }

  private static RecordedMessage message(RecordKind kind, BuildId build, long frame, byte[] value) {
    byte[] key = build.stream().getBytes(UTF_8);
    return new RecordedMessage(kind, build, 1_000_000 + frame * 33, (int) (frame % 4), key, value);
  }

  /** Adds records to a recording. */
  static void append(RecordingWriter writer, List<RecordedMessage> messages) {
    messages.forEach(writer::append);
  }

  /** A recording of some frames of one build, closed in order. */
  static Path record(Path folder, BuildId build, long from, long to) {
    try (RecordingWriter writer = RecordingWriter.create(folder, "test")) {
      append(writer, of(build, from, to));
    }
    return folder;
  }
}
