package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DistortionTypeTest {

  @Test
  void theOrderOfTheChannelsIsFixed() {
    assertThat(Arrays.stream(DistortionType.values()).map(DistortionType::id))
        .containsExactly(
            "noise",
            "chroma_noise",
            "blur",
            "oversharpening",
            "smearing",
            "blocking",
            "banding",
            "aliasing",
            "ghosting",
            "corruption",
            "exposure",
            "contrast",
            "saturation",
            "warmth",
            "tint");
  }

  @Test
  void aTypeIsFoundByItsNameInAnyCase() {
    assertThat(DistortionType.byId("Chroma_Noise")).contains(DistortionType.CHROMA_NOISE);
    assertThat(DistortionType.byId("vignetting")).isEmpty();
  }

  @Test
  void theDirectionIsSaidInWords() {
    assertThat(DistortionType.WARMTH.inWords(0.4)).isEqualTo("warmer");
    assertThat(DistortionType.WARMTH.inWords(-0.4)).isEqualTo("cooler");
  }
}
