package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.distortion.Codec;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegCodecTest {
  private static final Picture PICTURE = Scene.frame(128, 128, 0);

  static List<Codec> codecs() {
    return FfmpegCodec.available();
  }

  @Test
  void theFormatsThatCamerasAndStreamsUseAreThere() {
    assertThat(codecs())
        .extracting(Codec::name)
        .contains("mjpeg", "mpeg2", "mpeg4", "h264", "vp8", "vp9", "av1", "av1_slow");
  }

  @Test
  void aPhotographOfManyPixelsIsMoreThanH264Takes() {
    Codec h264 = codecs().stream().filter(c -> c.name().equals("h264")).findAny().orElseThrow();
    Picture largest = grey(4096, 2304);

    assertThat(h264.takes(4096, 2304)).isTrue();
    assertThat(h264.roundTrip(largest, 1).sameSizeAs(largest)).isTrue();
    assertThat(h264.takes(4096, 2305)).isFalse();
  }

  private static Picture grey(int width, int height) {
    byte[] chroma = new byte[width * height / 4];
    return new Picture(
        width,
        height,
        new byte[width * height],
        chroma,
        chroma.clone(),
        ColourMatrix.BT709,
        ColourRange.LIMITED);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void theCoarserTheWorse(Codec codec) {
    double last = Double.POSITIVE_INFINITY;
    for (double coarseness : new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}) {
      double psnr = Scene.psnr(PICTURE, codec.roundTrip(PICTURE, coarseness));
      assertThat(psnr).as("%s at %.1f", codec.name(), coarseness).isLessThan(last);
      last = psnr;
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void theFinestIsGoodAndTheCoarsestIsNot(Codec codec) {
    assertThat(Scene.psnr(PICTURE, codec.roundTrip(PICTURE, 0))).isGreaterThan(36);
    assertThat(Scene.psnr(PICTURE, codec.roundTrip(PICTURE, 1))).isLessThan(28);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void aPictureOfNothingButNoiseIsCodedAsFinelyAsTheEncoderCan(Codec codec) {
    Random random = new Random(1);
    for (double share : new double[] {0.3, 0.6, 1}) {
      Picture noise = Scene.frame(128, 128, 0);
      for (byte[] plane : List.of(noise.luma(), noise.cb(), noise.cr())) {
        for (int i = 0; i < plane.length; i++) {
          plane[i] =
              random.nextDouble() < share ? (byte) (random.nextBoolean() ? 0 : 255) : plane[i];
        }
      }
      for (double coarseness = 0; coarseness <= 0.5; coarseness += 0.05) {
        assertThat(codec.roundTrip(noise, coarseness).luma()).hasSize(noise.luma().length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpeg2", "mpeg4", "h264"})
  void bitErrorsDamageAPartAndTheDecoderShowsTheRest(String name) {
    Codec codec = codecs().stream().filter(c -> c.name().equals(name)).findAny().orElseThrow();
    Picture sent = withBitErrors(codec, 0, 0).orElseThrow();
    assertThat(Scene.psnr(sent, PICTURE)).isGreaterThan(28);
    int shown = 0;
    int damaged = 0;
    for (int seed = 0; seed < 40; seed++) {
      Optional<Picture> arrived = withBitErrors(codec, 2, seed);
      assertThat(withBitErrors(codec, 2, seed)).as("again, seed %d", seed).isEqualTo(arrived);
      if (arrived.isPresent()) {
        shown++;
        damaged += arrived.get().equals(sent) ? 0 : 1;
        assertThat(Scene.psnr(arrived.get(), PICTURE)).isGreaterThan(8);
      }
    }
    assertThat(shown).isGreaterThan(20);
    assertThat(damaged).isGreaterThan(15);
  }

  private static Optional<Picture> withBitErrors(Codec codec, int bits, int seed) {
    return codec.withBitErrors(PICTURE, 0.2, bits, new SplittableRandom(seed));
  }

  @Test
  void codecsWithoutConcealmentSayThatTheyHaveNone() {
    for (Codec codec : codecs()) {
      if (List.of("mjpeg", "vp8", "vp9", "av1", "av1_slow").contains(codec.name())) {
        assertThat(withBitErrors(codec, 2, 1)).as(codec.name()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void chromaIsCodedAndStaysInItsPlace(Codec codec) {
    Picture decoded = codec.roundTrip(PICTURE, 0.2);

    assertThat(decoded.cb()).isNotEqualTo(PICTURE.cb());
    assertThat(Scene.psnr(decoded.cb(), PICTURE.cb())).isGreaterThan(30);
    assertThat(Scene.psnr(decoded.cr(), PICTURE.cr())).isGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void anySizeIsKept(Codec codec) {
    for (int[] size : new int[][] {{127, 95}, {1, 1}, {17, 3}, {64, 200}}) {
      Picture picture = Scene.frame(size[0], size[1], 0);

      Picture decoded = codec.roundTrip(picture, 0.1);

      assertThat(decoded.sameSizeAs(picture)).isTrue();
      assertThat(Scene.psnr(decoded, picture)).as("%s %s", codec.name(), decoded).isGreaterThan(30);
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void matrixAndRangeStayAndSamplesAreNotRescaled(Codec codec) {
    Picture picture = Scene.frame(64, 64, 0, ColourMatrix.BT601, ColourRange.FULL);

    Picture decoded = codec.roundTrip(picture, 0);

    assertThat(decoded.matrix()).isEqualTo(ColourMatrix.BT601);
    assertThat(decoded.range()).isEqualTo(ColourRange.FULL);
    assertThat(Scene.psnr(decoded, picture)).isGreaterThan(36);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void theSameComesOutWhateverWasCodedBefore(Codec codec) {
    Picture first = codec.roundTrip(PICTURE, 0.5);
    codec.roundTrip(Scene.frame(128, 128, 40), 0.9);

    assertThat(codec.roundTrip(PICTURE, 0.5)).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void threadsDoNotDisturbEachOther(Codec codec) throws Exception {
    List<Picture> pictures = Scene.frames(128, 128, 16);
    List<Picture> alone = pictures.stream().map(p -> codec.roundTrip(p, 0.5)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Picture>> together =
          pictures.stream().map(p -> pool.submit(() -> codec.roundTrip(p, 0.5))).toList();

      for (int i : IntStream.range(0, alone.size()).toArray()) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aCoarsenessOutsideOfTheScaleIsRefused(double coarseness) {
    assertThatThrownBy(() -> codecs().get(0).roundTrip(PICTURE, coarseness))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Double.toString(coarseness));
  }
}
