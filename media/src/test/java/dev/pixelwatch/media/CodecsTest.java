package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.distortion.Codec;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodecsTest {
  @Test
  void theyAreThoseOfFfmpegAndLibjpegEachUnderANameOfItsOwn() {
    List<String> names = Codecs.all().stream().map(Codec::name).toList();

    assertThat(names).doesNotHaveDuplicates().contains("jpeg");
    assertThat(names)
        .containsAll(FfmpegCodec.available().stream().map(Codec::name).toList())
        .hasSize(FfmpegCodec.available().size() + 1);
  }

  @Test
  void libjpegGoesFurtherDownThanTheJpegOfFfmpeg() {
    Picture picture = Scene.frame(128, 128, 0);

    assertThat(coarsest("jpeg", picture)).isLessThan(coarsest("mjpeg", picture) - 1);
  }

  private static double coarsest(String name, Picture picture) {
    Codec codec = Codecs.all().stream().filter(c -> c.name().equals(name)).findAny().orElseThrow();
    return Scene.psnr(picture, codec.roundTrip(picture, 1));
  }
}
