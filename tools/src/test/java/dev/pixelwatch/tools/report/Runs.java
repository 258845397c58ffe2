package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Hand-made runs for the tests of this package. */
final class Runs {
  private static final long FRAME_US = 33_333;

  private Runs() {}

  static RunInfo info(String reference, String processed) {
    return new RunInfo(
        "0.1.0",
        "live",
        "9f2c0000",
        "ONNX Runtime, 2 threads",
        "clip",
        "encoder",
        "build-7",
        320,
        180,
        reference,
        processed,
        41.26,
        "decode, broker, topology, network",
        List.of());
  }

  static RunInfo info() {
    return info("reference.mp4", "processed.mp4");
  }

  /** A scored frame with these intensities; all others are 0. */
  static FrameResult scored(long frame, double score, Map<DistortionType, Double> intensities) {
    float[] means = new float[DistortionType.COUNT];
    intensities.forEach((type, value) -> means[type.ordinal()] = value.floatValue());
    return new FrameResult(frame, frame * FRAME_US, FrameOutcome.SCORED, "", score, means);
  }

  static FrameResult notScored(long frame, FrameOutcome outcome) {
    return FrameResult.notScored(frame, frame * FRAME_US, outcome, "a reason");
  }

  /** 240 frames: blocking throughout, much of it from frame 100 to 139, then darker; three gaps. */
  static List<FrameResult> eventful() {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      if (i >= 60 && i < 63) {
        results.add(notScored(i, FrameOutcome.UNMATCHED));
        continue;
      }
      double wave = 0.05 * Math.sin(i / 7.0);
      double blocking = wave + (i >= 100 && i < 140 ? 0.6 : 0.15);
      double exposure = i >= 180 ? -0.35 + wave : 0;
      results.add(
          scored(
              i,
              -60 * blocking - 30 * Math.abs(exposure),
              Map.of(DistortionType.BLOCKING, blocking, DistortionType.EXPOSURE, exposure)));
    }
    return results;
  }

  /** Frames of identical videos. */
  static List<FrameResult> identical(int frames) {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      results.add(scored(i, 0, Map.of()));
    }
    return results;
  }

  /** As a camera might give it: any outcome, score and type, and some frames more than once. */
  static List<FrameResult> random(long seed, int frames) {
    Random random = new Random(seed);
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      FrameOutcome outcome = FrameOutcome.values()[random.nextInt(FrameOutcome.values().length)];
      if (outcome == FrameOutcome.SCORED || outcome == FrameOutcome.DUPLICATE || i % 3 == 0) {
        Map<DistortionType, Double> intensities = new EnumMap<>(DistortionType.class);
        for (DistortionType type : DistortionType.values()) {
          intensities.put(type, Math.pow(2 * random.nextDouble() - 1, 3));
        }
        results.add(scored(i, -70 * random.nextDouble() + 20, intensities));
      } else {
        results.add(notScored(i, outcome));
      }
      if (outcome == FrameOutcome.DUPLICATE) {
        results.add(notScored(i, outcome));
      }
    }
    return results;
  }

  /** Evidence for any frame: a colour ramp, a darker copy, and a blob in every channel. */
  static FrameSource ramps(int width, int height) {
    Evidence evidence =
        new Evidence(ramp(width, height, 1), ramp(width, height, 0.8f), blob(width, height));
    return frame -> Optional.of(evidence);
  }

  static Picture ramp(int width, int height, float gain) {
    RgbImage image = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      image.red()[i] = gain * (i % width) / width;
      image.green()[i] = gain * (i / width) / height;
      image.blue()[i] = gain * 0.5f;
    }
    return Colour.toPicture(image, ColourMatrix.BT709, ColourRange.LIMITED);
  }

  /** More of everything on the left, less on the right. */
  static DistortionMap blob(int width, int height) {
    int rows = DistortionMap.cells(height);
    int columns = DistortionMap.cells(width);
    float[] values = new float[DistortionType.COUNT * rows * columns];
    Arrays.fill(values, 0.5f);
    for (int i = 0; i < values.length; i++) {
      double x = (i % columns + 0.5) / columns;
      double y = (i / columns % rows + 0.5) / rows;
      double more = Math.exp(-30 * (Math.pow(x - 0.3, 2) + Math.pow(y - 0.5, 2)));
      double less = Math.exp(-30 * (Math.pow(x - 0.7, 2) + Math.pow(y - 0.5, 2)));
      values[i] = (float) (0.5 + 0.45 * (more - less));
    }
    return new DistortionMap(rows, columns, values);
  }
}
