package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import org.junit.jupiter.api.Test;

final class HidingTest {
  private final Intensities clean = new Intensities(16, 16);

  @Test
  void aLostBlockHidesAllThatWasThere() {
    Intensities frame = new Intensities(16, 16);
    frame.add(DistortionType.BLUR, 1, new float[] {0.8f});
    frame.add(DistortionType.CORRUPTION, 1, new float[] {1});

    assertThat(intensity(frame, DistortionType.BLUR)).isZero();
    assertThat(intensity(frame, DistortionType.CORRUPTION)).isEqualTo(1);
  }

  @Test
  void noiseGoesWithTheDetailThatAStageRemoves() {
    Intensities frame = new Intensities(16, 16);
    frame.add(DistortionType.NOISE, 1, new float[] {0.6f});
    frame.add(DistortionType.GHOSTING, 1, new float[] {0.6f});
    frame.fade(new float[] {1}, new float[] {0.25f});

    assertThat(intensity(frame, DistortionType.NOISE)).isCloseTo(0.15, within(1e-6));
    assertThat(intensity(frame, DistortionType.GHOSTING)).isCloseTo(0.6, within(1e-6));
  }

  @Test
  void whereTheMaskIsHalfOnlyHalfOfItGoes() {
    Intensities frame = new Intensities(16, 16);
    frame.add(DistortionType.ALIASING, 1, new float[] {0.8f});
    frame.fade(new float[] {0.5f}, new float[] {0});

    assertThat(intensity(frame, DistortionType.ALIASING)).isCloseTo(0.4, within(1e-6));
  }

  @Test
  void onlyLessSaturationHidesChromaNoise() {
    Intensities less = new Intensities(16, 16);
    less.add(DistortionType.CHROMA_NOISE, 1, new float[] {0.4f});
    Intensities more = less.copy();
    less.add(DistortionType.SATURATION, -1, new float[] {0.5f});
    more.add(DistortionType.SATURATION, 1, new float[] {0.5f});

    assertThat(intensity(less, DistortionType.CHROMA_NOISE)).isCloseTo(0.2, within(1e-6));
    assertThat(intensity(more, DistortionType.CHROMA_NOISE)).isCloseTo(0.4, within(1e-6));
  }

  @Test
  void nothingHidesItself() {
    for (DistortionType type : DistortionType.values()) {
      assertThat(Hiding.strength(type, 1, type)).isZero();
      assertThat(Hiding.strength(type, -1, type)).isZero();
    }
  }

  @Test
  void aDifferenceBeyondTheScaleIsClipped() {
    Intensities bright = new Intensities(16, 16);
    Intensities dark = new Intensities(16, 16);
    bright.add(DistortionType.EXPOSURE, 1, new float[] {0.9f});
    dark.add(DistortionType.EXPOSURE, -1, new float[] {0.9f});

    assertThat(bright.relativeTo(dark).value(DistortionType.EXPOSURE, 0, 0)).isEqualTo(1);
    assertThat(dark.relativeTo(bright).value(DistortionType.EXPOSURE, 0, 0)).isZero();
  }

  private double intensity(Intensities frame, DistortionType type) {
    return frame.relativeTo(clean).meanIntensity(type);
  }
}
