package dev.pixelwatch.tools.compare;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** Made-up scored builds. */
public final class Scored {
  /** The network that all of them come from. */
  public static final ModelInfo MODEL = new ModelInfo("live", "0123456789abcdef".repeat(4));

  private static final double NOISE = 0.01;
  private static final double NOISE_POINTS = 0.5;
  private static final long FRAME_US = 40_000;

  private Scored() {}

  /** So many frames with these means, and a little noise that no two builds share. */
  public static ScoredBuild build(String name, int frames, Map<Quantity, Double> means) {
    return build(name, 0, frames, means);
  }

  /** As above, from a frame number on. */
  public static ScoredBuild build(
      String name, long first, int frames, Map<Quantity, Double> means) {
    Random random = new Random(name.hashCode());
    List<FrameResult> results =
        LongStream.range(first, first + frames)
            .mapToObj(number -> frame(number, means, random))
            .toList();
    return new ScoredBuild(name, name + ".mp4", MODEL, results);
  }

  private static FrameResult frame(long number, Map<Quantity, Double> means, Random random) {
    float[] intensities = new float[DistortionType.COUNT];
    for (DistortionType type : DistortionType.values()) {
      double mean = means.getOrDefault(type(type), 0.0);
      intensities[type.ordinal()] = (float) (mean + NOISE * random.nextGaussian());
    }
    double score = means.getOrDefault(Quantity.SCORE, 0.0) + NOISE_POINTS * random.nextGaussian();
    return new FrameResult(number, number * FRAME_US, FrameOutcome.SCORED, "", score, intensities);
  }

  /** The quantity of a type. */
  public static Quantity type(DistortionType type) {
    return Quantity.byId(type.id()).orElseThrow();
  }
}
