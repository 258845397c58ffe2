package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Picture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoReaderTest {
  @TempDir Path folder;

  @Test
  void aLosslessVideoComesBackByteForByte() {
    List<Picture> pictures = Scene.frames(160, 96, 12);

    Path file = Scene.write(folder.resolve("clip.mkv"), pictures, Encoding.lossless());

    assertThat(Scene.read(file)).isEqualTo(pictures);
  }

  @ParameterizedTest
  @CsvSource({"127, 95", "1, 1", "33, 2", "16, 33"})
  void oddSizesComeBackWhole(int width, int height) {
    List<Picture> pictures = Scene.frames(width, height, 3);

    Path file = Scene.write(folder.resolve("odd.mkv"), pictures, Encoding.lossless());

    assertThat(Scene.read(file)).isEqualTo(pictures);
  }

  @Test
  void aVideoOfOneFrameHasOneFrame() {
    List<Picture> pictures = Scene.frames(64, 48, 1);

    Path file = Scene.write(folder.resolve("one.mkv"), pictures, Encoding.lossless());

    assertThat(Scene.read(file)).isEqualTo(pictures);
  }

  @ParameterizedTest
  @CsvSource({"25, 1", "30000, 1001", "60, 1"})
  void framesAreNumberedAndTimedAtTheFrameRate(int numerator, int denominator) {
    FrameRate rate = new FrameRate(numerator, denominator);
    Path file =
        Scene.write(folder.resolve("timed.mp4"), Scene.frames(64, 48, 20), rate, Encoding.mpeg4(5));

    try (VideoReader reader = VideoReader.open(file)) {
      List<VideoFrame> frames = Scene.readAll(reader);

      assertThat(reader.info().frameRate()).isEqualTo(rate);
      assertThat(frames).hasSize(20);
      for (int n = 0; n < frames.size(); n++) {
        assertThat(frames.get(n).number()).isEqualTo(n);
        assertThat(frames.get(n).timeUs()).isCloseTo(rate.timeUs(n), within(1L));
      }
    }
  }

  @Test
  void theInfoTellsSizeCodecFormatAndLength() {
    Path file =
        Scene.write(folder.resolve("info.mp4"), Scene.frames(96, 64, 50), Encoding.h264(25));

    try (VideoReader reader = VideoReader.open(file)) {
      VideoInfo info = reader.info();

      assertThat(info.inWords()).isEqualTo("96 x 64, 25 frames/s, h264, yuv420p");
      assertThat(info.expectedFrames()).hasValue(50);
      assertThat(info.durationUs()).hasValue(2_000_000);
    }
  }

  @Test
  void aMatroskaFileTellsItsLengthToo() {
    Path file =
        Scene.write(folder.resolve("info.mkv"), Scene.frames(96, 64, 50), Encoding.lossless());

    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.info().expectedFrames()).hasValue(50);
      assertThat(Scene.readAll(reader)).hasSize(50);
      assertThat(reader.lost()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yuv420p10le", "yuv444p", "yuv422p", "gbrp10le", "bgr0", "gray"})
  void otherSampleFormatsAreConvertedAndItIsSaid(String pixelFormat) {
    List<Picture> pictures = Scene.frames(96, 64, 3);
    Path file =
        Scene.write(
            folder.resolve("deep.mkv"), pictures, Encoding.lossless().withPixelFormat(pixelFormat));

    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.conversion())
          .hasValue(pixelFormat + " samples are converted to 8-bit 4:2:0");
      List<VideoFrame> frames = Scene.readAll(reader);
      assertThat(frames).hasSize(3);
      assertThat(Scene.psnr(frames.get(2).picture(), pictures.get(2))).isGreaterThan(35);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yuv420p", "nv12"})
  void eightBitFourTwoZeroIsNotConverted(String pixelFormat) {
    List<Picture> pictures = Scene.frames(97, 63, 3);
    Encoding raw = Encoding.of("rawvideo", Map.of()).withPixelFormat(pixelFormat);
    Path file = Scene.write(folder.resolve("plain.mkv"), pictures, raw);

    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.info().pixelFormat()).isEqualTo(pixelFormat);
      assertThat(reader.conversion()).isEmpty();
      assertThat(Scene.readAll(reader)).extracting(VideoFrame::picture).isEqualTo(pictures);
    }
  }

  @Test
  void framesAreScaledWhenASizeIsAskedFor() {
    Path file =
        Scene.write(folder.resolve("big.mkv"), Scene.frames(192, 128, 2), Encoding.lossless());

    try (VideoReader reader = VideoReader.open(file, 97, 63)) {
      Picture picture = reader.read().orElseThrow().picture();

      assertThat(reader.info().width()).isEqualTo(97);
      assertThat(reader.info().height()).isEqualTo(63);
      assertThat(picture.width()).isEqualTo(97);
      assertThat(picture.height()).isEqualTo(63);
      assertThat(Scene.mean(picture.luma()))
          .isCloseTo(Scene.mean(Scene.frame(192, 128, 0).luma()), within(1.5));
    }
  }

  @Test
  void scalingToTheSizeThereIsChangesNothing() {
    List<Picture> pictures = Scene.frames(64, 48, 2);
    Path file = Scene.write(folder.resolve("same.mkv"), pictures, Encoding.lossless());

    try (VideoReader reader = VideoReader.open(file, 64, 48)) {
      assertThat(Scene.readAll(reader)).extracting(VideoFrame::picture).isEqualTo(pictures);
    }
  }

  @Test
  void aSizeWithoutPixelsIsRefused() {
    Path file = Scene.write(folder.resolve("s.mkv"), Scene.frames(64, 48, 1), Encoding.lossless());

    assertThatThrownBy(() -> VideoReader.open(file, 0, 48))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 x 48");
  }
}
