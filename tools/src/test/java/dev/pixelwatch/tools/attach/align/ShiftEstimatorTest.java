package dev.pixelwatch.tools.attach.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.tools.Clips;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftEstimatorTest {
  private static final List<Picture> LARGE = Clips.street(1280, 720, 5);
  private static final int LEFT = 40;
  private static final int TOP = 40;

  private final ShiftEstimator estimator = new ShiftEstimator(1);

  /** A window of the large picture at half its size, so that odd positions are half pixels. */
  private static List<Picture> window(int x, int y, String more) {
    return Clips.filtered(
        LARGE, "crop=1160:640:%d:%d:exact=1,scale=580:320:flags=area%s".formatted(x, y, more));
  }

  private void show(List<Picture> reference, List<Picture> processed) {
    for (int i = 0; i < reference.size(); i++) {
      estimator.observe(Side.REFERENCE, i, reference.get(i));
      estimator.observe(Side.PROCESSED, i, processed.get(i));
    }
  }

  /** In steps of two, since chroma moves by whole samples. */
  @ParameterizedTest
  @CsvSource({"0,0", "2,0", "0,-6", "-10,4", "24,16"})
  void theShiftIsFoundInPixels(int x, int y) {
    show(window(LEFT, TOP, ""), window(LEFT - x, TOP - y, ""));

    assertThat(estimator.right().orElseThrow()).isCloseTo(x / 2.0, offset(0.1));
    assertThat(estimator.down().orElseThrow()).isCloseTo(y / 2.0, offset(0.1));
  }

  @Test
  void fractionsOfAPixelAreFound() {
    List<Picture> quarter =
        Clips.filtered(LARGE, "crop=1160:640:38:42:exact=1,scale=290:160:flags=area");
    List<Picture> reference =
        Clips.filtered(LARGE, "crop=1160:640:40:40:exact=1,scale=290:160:flags=area");

    show(reference, quarter);

    assertThat(estimator.right().orElseThrow()).isCloseTo(0.5, offset(0.12));
    assertThat(estimator.down().orElseThrow()).isCloseTo(-0.5, offset(0.12));
  }

  @Test
  void blurAndNoiseDoNotHideIt() {
    show(window(LEFT, TOP, ""), window(LEFT - 6, TOP, ",gblur=sigma=1.5,noise=alls=12:allf=t"));

    assertThat(estimator.right().orElseThrow()).isCloseTo(3, offset(0.2));
    assertThat(estimator.down().orElseThrow()).isCloseTo(0, offset(0.2));
  }

  @Test
  void picturesThatHaveNothingInCommonGiveNoShift() {
    List<Picture> noise =
        Clips.filtered(window(LEFT, TOP, ""), "lutyuv=y=128,noise=alls=80:allf=t");

    show(window(LEFT, TOP, ""), noise);

    assertThat(estimator.right()).isEmpty();
  }

  @Test
  void oneEstimateIsNotEnough() {
    show(LARGE.subList(0, 1), LARGE.subList(0, 1));

    assertThat(estimator.right()).isEmpty();
  }
}
