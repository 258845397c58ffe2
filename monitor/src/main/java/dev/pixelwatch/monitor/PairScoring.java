package dev.pixelwatch.monitor;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs the network on a pair of frames and puts what it says into records. Used by one thread at a
 * time.
 */
public final class PairScoring implements AutoCloseable {
  /**
   * What a pair came to.
   *
   * @param inference time the network took
   */
  public record Scored(Score score, DistortionMap map, Duration inference) {}

  private final Assessor assessor;
  private final ModelInfo model;
  private final String engine;

  /**
   * @param assessor closed with this
   * @param model whose assessor it is
   * @param engine what runs it, in words
   */
  public PairScoring(Assessor assessor, ModelInfo model, String engine) {
    this.assessor = assessor;
    this.model = model;
    this.engine = engine;
  }

  /**
   * Scores a pair.
   *
   * @param identity whom score and map are about
   * @param age time since the later frame was published, asked when the score is there
   * @throws IllegalArgumentException if the payloads are no pictures or their sizes differ
   * @throws RuntimeException if the network fails; the message says how
   */
  public Scored score(
      FrameIdentity identity, Frame reference, Frame processed, Supplier<Duration> age) {
    requireSameSize(reference, processed);
    Picture before = Pictures.toPicture(reference);
    Picture after = Pictures.toPicture(processed);
    long start = System.nanoTime();
    Assessment assessment = assessor.assess(before, after);
    Duration inference = Duration.ofNanos(System.nanoTime() - start);
    Score score =
        new Score(
            identity.stream(),
            identity.stage(),
            identity.build(),
            identity.frameNumber(),
            identity.captureTimeUs(),
            assessment.score(),
            intensities(assessment),
            before.width(),
            before.height(),
            model.name(),
            model.sha256(),
            engine,
            inference.toNanos() / 1000,
            age.get().toNanos() / 1000,
            Thumbnail.of(before),
            Thumbnail.of(after));
    return new Scored(score, Maps.toRecord(identity, assessment.map()), inference);
  }

  private static void requireSameSize(Frame reference, Frame processed) {
    if (reference.getWidth() != processed.getWidth()
        || reference.getHeight() != processed.getHeight()) {
      throw new IllegalArgumentException(
          "the reference has %d x %d pixels and the processed frame %d x %d"
              .formatted(
                  reference.getWidth(),
                  reference.getHeight(),
                  processed.getWidth(),
                  processed.getHeight()));
    }
  }

  private static List<Float> intensities(Assessment assessment) {
    List<Float> means = new ArrayList<>(DistortionType.COUNT);
    for (DistortionType type : DistortionType.values()) {
      means.add((float) assessment.map().meanIntensity(type));
    }
    return means;
  }

  @Override
  public void close() {
    assessor.close();
  }
}
