package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @ParameterizedTest
  @EnumSource
  void everyNameLeadsBackToItsType(DistortionType type) {
    assertThat(DistortionType.byId(type.id())).contains(type);
    assertThat(DistortionType.byId(type.name())).contains(type);
  }

  @ParameterizedTest
  @EnumSource
  void moreAndLessOfATypeReadDifferentlyAndLikeNoOtherType(DistortionType type) {
    assertThat(type.inWords(1)).isNotEqualTo(type.inWords(-1));
    for (DistortionType other : DistortionType.values()) {
      if (other != type) {
        assertThat(type.inWords(1)).isNotIn(other.inWords(1), other.inWords(-1));
        assertThat(type.inWords(-1)).isNotIn(other.inWords(1), other.inWords(-1));
      }
    }
  }
}
