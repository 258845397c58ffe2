package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResolutionTest {
  @Test
  void anEvenPictureStaysEven() {
    RgbImage grey = new RgbImage(37, 23);
    Arrays.fill(grey.green(), 0.4f);

    RgbImage lower = Resolution.lower(grey, 2.7, new SplittableRandom(1));

    for (float sample : lower.green()) {
      assertThat(sample).isCloseTo(0.4f, within(1e-5f));
    }
  }

  @Test
  void finePatternsGoAndAnEdgeOvershoots() {
    RgbImage lines = new RgbImage(64, 8);
    RgbImage edge = new RgbImage(64, 8);
    for (int i = 0; i < lines.red().length; i++) {
      lines.red()[i] = i % 2 == 0 ? 0.2f : 0.8f;
      edge.red()[i] = i % 64 < 32 ? 0.25f : 0.75f;
    }

    float[] smooth = Resolution.lower(lines, 2, new SplittableRandom(1)).red();
    float[] halo = Resolution.lower(edge, 2, new SplittableRandom(1)).red();

    for (float sample : smooth) {
      assertThat(sample).isCloseTo(0.5f, within(1e-4f));
    }
    float brightest = 0;
    for (float sample : halo) {
      brightest = Math.max(brightest, sample);
    }
    assertThat(brightest).isBetween(0.76f, 0.85f);
  }
}
