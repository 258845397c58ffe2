package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterGraphTest {
  private static final Picture PICTURE = Scene.frame(128, 96, 0);

  @Test
  void aGraphThatDoesNothingChangesNothing() {
    assertThat(filtered("null", PICTURE)).isEqualTo(PICTURE);
  }

  @Test
  void anOddSizePassesWhole() {
    Picture odd = Scene.frame(127, 95, 0);

    assertThat(filtered("null", odd)).isEqualTo(odd);
  }

  @Test
  void exposureBrightens() {
    Picture brighter = filtered("exposure=exposure=0.5", PICTURE);

    assertThat(Scene.mean(brighter.luma())).isGreaterThan(Scene.mean(PICTURE.luma()) + 10);
  }

  @Test
  void lutyuvAddsWhatItIsTold() {
    Picture brighter = filtered("lutyuv=y=val+10", PICTURE);

    assertThat(Scene.mean(brighter.luma())).isCloseTo(Scene.mean(PICTURE.luma()) + 10, within(0.5));
    assertThat(brighter.cb()).isEqualTo(PICTURE.cb());
  }

  @Test
  void gblurTakesDetailAndKeepsTheMean() {
    Picture blurred = filtered("gblur=sigma=3", PICTURE);

    assertThat(detail(blurred)).isLessThan(detail(PICTURE) / 3);
    assertThat(Scene.mean(blurred.luma())).isCloseTo(Scene.mean(PICTURE.luma()), within(1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colortemperature=temperature=4000",
        "huesaturation=saturation=0.5",
        "colorchannelmixer=rr=1.2",
        "curves=preset=increase_contrast",
        "unsharp=luma_amount=2",
        "noise=alls=20:allf=t",
        "geq=lum='lum(X,Y)+20':cb='cb(X,Y)':cr='cr(X,Y)'",
        "pixelize=w=8:h=8",
        "scale=64:48:flags=neighbor,scale=128:96:flags=neighbor",
        "split[a][b];[a]gblur=3[c];[b][c]blend=all_mode=average",
        "[in]gblur[out]"
      })
  void usualStagesWorkAndLeaveAMark(String description) {
    Picture changed = filtered(description, PICTURE);

    assertThat(changed.sameSizeAs(PICTURE)).isTrue();
    assertThat(changed).isNotEqualTo(PICTURE);
  }

  @Test
  void aStageWorksInItsTimeOnly() {
    List<Picture> pictures = Scene.frames(64, 48, 8);
    List<Picture> out = new ArrayList<>();

    try (FilterGraph graph = graph("negate=enable='between(n,3,5)'", pictures.get(0))) {
      pictures.forEach(picture -> out.add(graph.apply(picture)));
    }

    for (int n = 0; n < pictures.size(); n++) {
      assertThat(out.get(n).equals(pictures.get(n))).as("frame %d", n).isEqualTo(n < 3 || n > 5);
    }
  }

  @Test
  void timeRunsAtTheFrameRate() {
    List<Picture> pictures = Scene.frames(64, 48, 40);
    List<Picture> out = new ArrayList<>();

    try (FilterGraph graph = graph("negate=enable='gte(t,1)'", pictures.get(0))) {
      pictures.forEach(picture -> out.add(graph.apply(picture)));
    }

    assertThat(out.get(24)).isEqualTo(pictures.get(24));
    assertThat(out.get(25)).isNotEqualTo(pictures.get(25));
  }

  @ParameterizedTest
  @EnumSource(ColourMatrix.class)
  void filtersThatWorkInRgbKeepTheMatrix(ColourMatrix matrix) {
    Picture picture = Scene.frame(64, 48, 0, matrix, ColourRange.LIMITED);

    Picture same = filtered("format=gbrp", picture);

    assertThat(same.matrix()).isEqualTo(matrix);
    assertThat(Scene.psnr(same, picture)).isGreaterThan(38);
  }

  @Test
  void fullRangeStaysFull() {
    Picture picture = Scene.frame(64, 48, 0, ColourMatrix.BT709, ColourRange.FULL);

    Picture same = filtered("format=gbrp", picture);

    assertThat(same.range()).isEqualTo(ColourRange.FULL);
    assertThat(Scene.mean(same.luma())).isCloseTo(Scene.mean(picture.luma()), within(1.0));
  }

  @ParameterizedTest
  @CsvSource({"scale=32:24, 32, 24", "crop=33:17:1:1:exact=1, 33, 17", "transpose, 96, 128"})
  void aFilterMayChangeTheSize(String description, int width, int height) {
    Picture changed = filtered(description, PICTURE);

    assertThat(changed.width()).isEqualTo(width);
    assertThat(changed.height()).isEqualTo(height);
    assertThat(changed.matrix()).isEqualTo(PICTURE.matrix());
  }

  @Test
  void theInputIsLeftAsItWas() {
    Picture picture = Scene.frame(64, 48, 0);

    filtered("negate", picture);

    assertThat(picture).isEqualTo(Scene.frame(64, 48, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nosuchfilter",
        "gblur=sigma=lots",
        "gblur,,",
        "",
        "[x]null",
        "color=red",
        "split"
      })
  void aBadDescriptionIsNamed(String description) {
    UserError error = catchThrowableOfType(UserError.class, () -> filtered(description, PICTURE));

    assertThat(error).hasMessageContaining("'" + description + "'");
    assertThat(error.hint()).isNotBlank();
  }

  @Test
  void filtersThatHoldFramesBackAreRefused() {
    assertThatThrownBy(() -> filtered("reverse", PICTURE))
        .isInstanceOf(UserError.class)
        .hasMessage("the filters 'reverse' hold frames back");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpad=start=5", "split,interleave", "separatefields"})
  void filtersThatGiveMoreFramesThanTheyGetAreRefused(String description) {
    List<Picture> pictures = Scene.frames(64, 48, 3);

    UserError error = catchThrowableOfType(UserError.class, () -> filtered(description, pictures));

    assertThat(error)
        .hasMessage("the filters '" + description + "' give more frames than they get");
    assertThat(error.hint()).contains("one frame for each frame");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trim=end_frame=8",
        "tpad=stop=5:stop_mode=clone",
        "color=s=8x8:r=25[c];[in][c]overlay",
        "color=s=8x8:r=60[c];[in][c]overlay",
        "color=s=8x8:r=10:d=0.2[c];[in][c]overlay"
      })
  void filtersWithAnEndOrASourceOfTheirOwnStillGiveEachPictureItsOwn(String description) {
    List<Picture> pictures = Scene.frames(64, 48, 8);

    List<Picture> out = filtered(description, pictures);

    for (int n = 0; n < pictures.size(); n++) {
      double own = Scene.psnr(out.get(n), pictures.get(n));
      double other = Scene.psnr(out.get(n), pictures.get((n + 4) % pictures.size()));
      assertThat(own).as("frame %d", n).isGreaterThan(other);
    }
  }

  @Test
  void aPictureOfAnotherSizeIsRefused() {
    try (FilterGraph graph = graph("null", PICTURE)) {
      assertThatThrownBy(() -> graph.apply(Scene.frame(64, 48, 0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("64 x 48")
          .hasMessageContaining("128 x 96");
    }
  }

  private static FilterGraph graph(String description, Picture like) {
    return new FilterGraph(
        description, like.width(), like.height(), Scene.RATE, like.matrix(), like.range());
  }

  private static Picture filtered(String description, Picture picture) {
    return filtered(description, List.of(picture)).get(0);
  }

  private static List<Picture> filtered(String description, List<Picture> pictures) {
    try (FilterGraph graph = graph(description, pictures.get(0))) {
      return pictures.stream().map(graph::apply).toList();
    }
  }

  /** Mean squared difference of neighbouring luma samples. */
  private static double detail(Picture picture) {
    byte[] luma = picture.luma();
    double sum = 0;
    for (int i = 1; i < luma.length; i++) {
      double step = (luma[i] & 0xff) - (luma[i - 1] & 0xff);
      sum += step * step;
    }
    return sum / luma.length;
  }
}
