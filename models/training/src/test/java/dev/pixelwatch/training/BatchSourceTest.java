package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.JpegCodec;
import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.training.network.Batch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  private static void assertSame(Batch batch, Batch other) {
    // The arrays are too long to be printed.
    assertThat(Arrays.equals(batch.luma(), other.luma())).isTrue();
    assertThat(Arrays.equals(batch.chroma(), other.chroma())).isTrue();
    assertThat(Arrays.equals(batch.maps(), other.maps())).isTrue();
    assertThat(Arrays.equals(batch.scores(), other.scores())).isTrue();
  }
}
