package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;

final class LightTablesTest {

  @Test
  void everyCodeOfEightBitsComesBackWithinATenthOfACode() {
    for (int code = 0; code < 256; code++) {
      float back = LightTables.encoded(LightTables.linear(code / 255f));

      assertThat(255 * back).isCloseTo(code, within(0.1f));
    }
  }

  @Test
  void moreLightIsNeverDarker() {
    float lastLight = -1;
    float lastCode = -1;
    for (int i = 0; i <= 10_000; i++) {
      float light = LightTables.linear(i / 10_000f);
      float code = LightTables.encoded(i / 10_000f);

      assertThat(light).isGreaterThan(lastLight);
      assertThat(code).isGreaterThan(lastCode);
      lastLight = light;
      lastCode = code;
    }
  }

  @Test
  void blackAndWhiteAreExact() {
    assertThat(LightTables.linear(0)).isZero();
    assertThat(LightTables.linear(1)).isEqualTo(1);
    assertThat(LightTables.encoded(0)).isZero();
    assertThat(LightTables.encoded(1)).isCloseTo(1, within(1e-6f));
  }

  @Test
  void anImageIsConvertedSampleBySample() {
    RgbImage image = Scene.photograph(9, 7);

    RgbImage light = LightTables.linear(image);
    RgbImage back = LightTables.encoded(light);

    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < 63; i++) {
        float sample = image.planes()[plane][i];
        assertThat(light.planes()[plane][i]).isEqualTo(LightTables.linear(sample));
        assertThat(back.planes()[plane][i]).isCloseTo(sample, within(4e-4f));
      }
    }
  }
}
