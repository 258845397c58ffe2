package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.Maps;
import dev.pixelwatch.monitor.Pictures;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.Box;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.schemas.StreamStatus;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Results as they come from the topics. */
final class Records {
  static final int WIDTH = 320;
  static final int HEIGHT = 180;
  static final String SHA = "ab".repeat(32);
  private static final long FRAME_US = 40_000;

  private Records() {}

  static FrameIdentity identity(String stream, long frame) {
    return new FrameIdentity(stream, "isp", "r42", frame, frame * FRAME_US);
  }

  /** A score whose intensities are 0 but for one type. */
  static Score score(String stream, long frame, double score, DistortionType type, float value) {
    List<Float> intensities = new ArrayList<>(Collections.nCopies(DistortionType.COUNT, 0f));
    intensities.set(type.ordinal(), value);
    return new Score(
        stream,
        "isp",
        "r42",
        frame,
        frame * FRAME_US,
        score,
        intensities,
        WIDTH,
        HEIGHT,
        "live",
        SHA,
        "a test",
        12_000L,
        0L,
        ByteBuffer.allocate(0),
        ByteBuffer.allocate(0));
  }

  static Score score(String stream, long frame, double score) {
    return score(stream, frame, score, DistortionType.BLUR, 0.25f);
  }

  static Result.Scored scored(String stream, long frame, double score) {
    return new Result.Scored(score(stream, frame, score));
  }

  static Result.Settled settled(String stream, long frame, OutcomeKind kind) {
    return new Result.Settled(
        new Outcome(stream, "isp", "r42", frame, frame * FRAME_US, kind, "", 1, null));
  }

  static Result.Stated stated(String stream, StreamState state) {
    return new Result.Stated(
        new StreamStatus(
            stream,
            "isp",
            "r42",
            5_000_000L,
            state,
            "a reason",
            70L,
            69L,
            4L,
            2,
            0.75,
            0.5,
            -0.25));
  }

  static dev.pixelwatch.schemas.DistortionMap map(String stream, long frame) {
    return map(stream, frame, DistortionType.BLUR, 0.5f);
  }

  /** A map that is 0 everywhere but for one type. */
  static dev.pixelwatch.schemas.DistortionMap map(
      String stream, long frame, DistortionType type, float intensity) {
    int rows = DistortionMap.cells(HEIGHT);
    int columns = DistortionMap.cells(WIDTH);
    float[] values = new float[DistortionType.COUNT * rows * columns];
    Arrays.fill(values, 0.5f);
    int first = type.ordinal() * rows * columns;
    Arrays.fill(values, first, first + rows * columns, 0.5f + intensity / 2);
    return Maps.toRecord(identity(stream, frame), new DistortionMap(rows, columns, values));
  }

  static Picture street(long frame) {
    return new MovingScene(WIDTH, HEIGHT, 3, true).frame(frame);
  }

  static Picture grey(float level) {
    dev.pixelwatch.core.RgbImage image = new dev.pixelwatch.core.RgbImage(WIDTH, HEIGHT);
    for (float[] plane : image.planes()) {
      Arrays.fill(plane, level);
    }
    return Colour.toPicture(image, ColourMatrix.BT709, ColourRange.LIMITED);
  }

  static Frame frame(String stream, long number, Picture picture) {
    return Pictures.toFrame(identity(stream, number), picture);
  }

  /** A frame to look at, with pictures of so many bytes. */
  static KeptFrame kept(long number, int bytes) {
    return new KeptFrame(
        number, number * FRAME_US, map("camera", number), new byte[bytes], new byte[0]);
  }

  static Alert alert(String id, String stream, long opened, Long closed) {
    return new Alert(
        id,
        stream,
        "isp",
        "r42",
        "regression",
        "blur",
        1,
        opened,
        opened * FRAME_US,
        closed,
        closed == null ? null : closed * FRAME_US,
        0.0,
        0.4,
        new Box(32, 32, 160, 80),
        List.of(opened + 2),
        "Less sharp than before: blur rose from 0.00 to +0.40.");
  }
}
