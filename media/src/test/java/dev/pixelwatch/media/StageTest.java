package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {
  private static final int FRAMES = 30;
  private static final List<Picture> PICTURES = Scene.frames(160, 96, FRAMES);

  /** Sends all pictures through, with numbers that begin at 100 and leave one out. */
  private static List<Stage.Processed> through(String recipe) {
    List<Stage.Processed> out = new ArrayList<>();
    try (Stage stage = StageRecipe.parse(recipe).start(PICTURES.get(0), Scene.RATE)) {
      for (int i = 0; i < FRAMES; i++) {
        out.addAll(stage.process(number(i), PICTURES.get(i)));
      }
      out.addAll(stage.finish());
    }
    return out;
  }

  private static long number(long i) {
    return i < 10 ? 100 + i : 101 + i;
  }

  /** Among them encoders that look ahead, and that send frames in another order. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter:gblur=sigma=1",
        "encode:libopenh264:b=500k",
        "encode:mpeg4:b=500k:bf=2",
        "encode:mpeg2video:b=500k:bf=2",
        "encode:libvpx:b=500k:deadline=realtime:lag-in-frames=8",
        "encode:mjpeg:qmin=5:qmax=5",
        "encode:libaom-av1:crf=30:cpu-used=8:usage=realtime:aom-params=sb-size=64\\:enable-cdef=0"
      })
  void asManyFramesComeOutAsGoInWithTheirOwnNumbers(String recipe) {
    List<Stage.Processed> out = through(recipe);

    assertThat(out)
        .extracting(Stage.Processed::index)
        .isEqualTo(LongStream.range(0, FRAMES).map(StageTest::number).boxed().toList());
    for (int i = 0; i < FRAMES; i++) {
      double own = Scene.psnr(PICTURES.get(i), out.get(i).picture());
      double other = Scene.psnr(PICTURES.get((i + 15) % FRAMES), out.get(i).picture());
      assertThat(own).as("frame %d", i).isGreaterThan(other);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "blur | 'blur' is no stage",
        "encode: | 'encode:' is no stage",
        "filter: | 'filter:' is no stage",
        "encode:: | no encoder ''",
        "encode::b=1M | no encoder ''",
        "encode:mpeg4: | '' is no option of the encoder mpeg4",
        "encode:nosuch | no encoder 'nosuch'",
        "encode:mpeg4:b | 'b' is no option of the encoder mpeg4",
        "encode:mpeg4:=3 | '=3' is no option of the encoder mpeg4"
      })
  void aRecipeThatCannotBeReadIsRefused(String recipe, String words) {
    assertThatThrownBy(() -> StageRecipe.parse(recipe))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(words);
  }

  @Test
  void anOptionThatTheEncoderDoesNotHaveIsNamed() {
    StageRecipe recipe = StageRecipe.parse("encode:mpeg4:colour_of_sky=1");

    assertThatThrownBy(() -> recipe.start(PICTURES.get(0), Scene.RATE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("mpeg4 has no option colour_of_sky");
  }

  @Test
  void filtersThatFfmpegDoesNotHaveAreNamed() {
    StageRecipe recipe = StageRecipe.parse("filter:nosuch");

    assertThatThrownBy(() -> recipe.start(PICTURES.get(0), Scene.RATE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'nosuch'");
  }
}
