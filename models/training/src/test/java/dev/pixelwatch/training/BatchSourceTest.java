package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.JpegCodec;
import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.training.network.Batch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSourceTest {
  @TempDir Path scenes;

  @Test
  void theBatchOfANumberIsTheSameWhateverTheThreadsAndTheStart() throws InterruptedException {
    Photographs photographs = Photographs.read(SceneFolder.fill(scenes, 20, 96, 96), 64);
    DistortionEngine engine = new DistortionEngine(List.of(new JpegCodec()));

    Batch third;
    try (BatchSource one =
        new BatchSource(photographs, engine, Recipe.defaults(), 4, 64, 9, 0, 1)) {
      one.next();
      one.next();
      third = one.next();
    }
    try (BatchSource resumed =
        new BatchSource(photographs, engine, Recipe.defaults(), 4, 64, 9, 2, 2)) {
      Batch again = resumed.next();
      assertThat(again.luma()).isEqualTo(third.luma());
      assertThat(again.chroma()).isEqualTo(third.chroma());
      assertThat(again.maps()).isEqualTo(third.maps());
      assertThat(again.scores()).isEqualTo(third.scores());
    }
  }
}
