package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.JpegCodec;
import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.training.network.Batch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSourceTest {
  @TempDir static Path scenes;

  private static Photographs photographs;

  @BeforeAll
  static void readPhotographs() {
    photographs = Photographs.read(SceneFolder.fill(scenes, 20, 96, 96), 64);
  }

  @Test
  void theBatchOfANumberIsTheSameWhateverTheThreadsAndTheStart() throws InterruptedException {
    try (BatchSource one = from(0, 1)) {
      Batch batch = null;
      for (int number = 0; number <= 104; number++) {
        batch = one.next();
        if (number == 2 || number >= 101) {
          try (BatchSource resumed = from(number, 2)) {
            assertSame(resumed.next(), batch);
          }
        }
      }
    }
  }

  @Test
  void everyBatchComesOnceMoreUpsideDown() throws InterruptedException {
    try (BatchSource source = from(0, 1)) {
      Batch first = source.next();
      for (int number = 1; number <= 100; number++) {
        source.next();
      }
      assertSame(source.next().upsideDown(), first);
    }
  }

  private BatchSource from(long number, int threads) {
    DistortionEngine engine = new DistortionEngine(List.of(new JpegCodec()));
    return new BatchSource(photographs, engine, Recipe.defaults(), 2, 64, 9, number, threads);
  }

  @Test
  void everyThirdBatchIsOfTwinsWhichAreTwoPhotographsDistortedInOneWay()
      throws InterruptedException {
    DistortionEngine engine = new DistortionEngine(List.of(new JpegCodec()));
    Recipe oneType =
        new Recipe(List.of(DistortionType.values()), List.of(0.0, 1.0), 0, 0, 0, 1, 0.5, 1);
    try (BatchSource source = new BatchSource(photographs, engine, oneType, 24, 64, 9, 0, 1)) {
      assertThat(source.next().ranked()).isFalse();
      assertThat(source.next().ranked()).isFalse();
      Batch batch = source.next();
      assertThat(batch.ranked()).isTrue();

      int alike = 0;
      for (int i = 0; i < 12; i++) {
        alike += strongest(batch, i) == strongest(batch, 12 + i) ? 1 : 0;
      }
      // What a photograph gives nothing to work on differs from one to the other.
      assertThat(alike).isGreaterThanOrEqualTo(9);
      assertThat(IntStream.range(0, 12).mapToObj(i -> strongest(batch, i)).distinct().count())
          .isGreaterThan(4);
    }
  }

  /** The type with the greatest sum of intensities. */
  private static int strongest(Batch batch, int pair) {
    int plane = batch.maps().length / batch.pairs() / DistortionType.COUNT;
    double[] sums = new double[DistortionType.COUNT];
    for (int i = 0; i < DistortionType.COUNT * plane; i++) {
      sums[i / plane] += Math.abs(batch.maps()[pair * DistortionType.COUNT * plane + i] - 0.5);
    }
    return IntStream.range(0, sums.length)
        .boxed()
        .max(Comparator.comparingDouble(type -> sums[type]))
        .orElseThrow();
  }

  private static void assertSame(Batch batch, Batch other) {
    // The arrays are too long to be printed.
    assertThat(Arrays.equals(batch.luma(), other.luma())).isTrue();
    assertThat(Arrays.equals(batch.chroma(), other.chroma())).isTrue();
    assertThat(Arrays.equals(batch.maps(), other.maps())).isTrue();
    assertThat(Arrays.equals(batch.scores(), other.scores())).isTrue();
  }
}
