package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LumaTest {

  @Test
  void whiteHasLumaOne() {
    assertThat(Luma.of(1, 1, 1)).isCloseTo(1, within(1e-6f));
    assertThat(Luma.of(0, 1, 0)).isCloseTo(0.7152f, within(1e-4f));
  }

  @Test
  void anotherLumaLeavesTheDifferencesOfTheChannels() {
    RgbImage image = Scene.photograph(16, 16);
    float[] before = Luma.of(image);
    float[] after = before.clone();
    for (int i = 0; i < after.length; i++) {
      after[i] += 0.05f;
    }

    RgbImage brighter = Luma.replace(image, before, after);

    for (int i = 0; i < after.length; i++) {
      assertThat(brighter.red()[i] - brighter.blue()[i])
          .isCloseTo(image.red()[i] - image.blue()[i], within(1e-5f));
    }
    assertThat(Scene.largestStep(Luma.of(brighter), after)).isLessThan(1e-5);
  }

  @Test
  void aLumaBeyondWhiteIsClipped() {
    RgbImage bright = Scene.flat(1, 1, 0.9f, 0.9f, 0.9f);

    RgbImage out = Luma.replace(bright, new float[] {0.9f}, new float[] {1.4f});

    assertThat(out.green()[0]).isEqualTo(1);
  }

  @Test
  void aMoveInColourKeepsLumaAndStaysInRange() {
    SplittableRandom random = new SplittableRandom(1);
    RgbImage image = new RgbImage(1000, 1);
    RgbImage out = new RgbImage(1000, 1);
    for (int i = 0; i < 1000; i++) {
      image.red()[i] = (float) random.nextDouble();
      image.green()[i] = (float) random.nextDouble();
      image.blue()[i] = (float) random.nextDouble();
      float[] move = {signed(random), signed(random), signed(random)};

      Luma.moveChroma(image, out, i, move[0], move[1], move[2]);
    }

    assertThat(Scene.largestStep(Luma.of(image), Luma.of(out))).isLessThan(1e-5);
    for (float[] plane : out.planes()) {
      for (float sample : plane) {
        assertThat(sample).isBetween(-1e-6f, 1 + 1e-6f);
      }
    }
    assertThat(Arrays.equals(image.red(), out.red())).isFalse();
  }

  @Test
  void aMoveThatFitsIsMadeInFull() {
    RgbImage grey = Scene.flat(1, 1, 0.5f, 0.5f, 0.5f);
    RgbImage out = new RgbImage(1, 1);

    Luma.moveChroma(grey, out, 0, 0.1f, 0, 0);

    assertThat(out.red()[0] - out.green()[0]).isCloseTo(0.1f, within(1e-6f));
  }

  @Test
  void aPhotographOutOfRangeIsClippedBeforeItIsDistorted() {
    Frame frame = Frame.clean(Scene.flat(2, 2, 1.4f, 0.5f, -0.2f));

    assertThat(frame.image().red()).containsOnly(1f);
    assertThat(frame.image().green()).containsOnly(0.5f);
    assertThat(frame.image().blue()).containsOnly(0f);
  }

  private static float signed(SplittableRandom random) {
    return (float) (2 * random.nextDouble() - 1);
  }
}
