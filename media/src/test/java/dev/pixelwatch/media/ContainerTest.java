package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
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

/** What a file keeps of a video, whatever container its extension chooses. */
class ContainerTest {
  private static final List<Encoding> LOSSLESS =
      List.of(Encoding.lossless(), Encoding.of("rawvideo", Map.of()));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"a.mkv, 0", "a.avi, 0", "a.mov, 0", "a.nut, 0", "a.mkv, 1", "a.nut, 1", "a.avi, 1"})
  void withoutLossyCodingEverySampleComesBackAlsoOfOddSizes(String name, int encoding) {
    for (int[] size : new int[][] {{64, 48}, {33, 17}, {1, 1}}) {
      List<Picture> pictures = Scene.frames(size[0], size[1], 4);

      List<Picture> read =
          Scene.read(Scene.write(folder.resolve(name), pictures, LOSSLESS.get(encoding)));

      assertThat(read).hasSize(4);
      for (int n = 0; n < 4; n++) {
        assertThat(read.get(n).luma()).isEqualTo(pictures.get(n).luma());
        assertThat(read.get(n).cb()).isEqualTo(pictures.get(n).cb());
        assertThat(read.get(n).cr()).isEqualTo(pictures.get(n).cr());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.mkv, 24000, 1001",
    "a.mkv, 60, 1",
    "a.mkv, 5, 2",
    "a.mkv, 1, 3",
    "a.mov, 1, 1",
    "a.avi, 5, 2",
    "a.avi, 30000, 1001",
    "a.mov, 60000, 1001",
    "a.webm, 30000, 1001",
    "a.mp4, 240, 1",
    "a.ts, 50, 1"
  })
  void framesComeBackInOrderAtTheirTimes(String name, int numerator, int denominator) {
    FrameRate rate = new FrameRate(numerator, denominator);
    Encoding encoding = name.endsWith(".webm") ? Encoding.vp9(30) : mpeg2OrMpeg4(name);
    Path file = Scene.write(folder.resolve(name), Scene.frames(64, 48, 30), rate, encoding);

    try (VideoReader reader = VideoReader.open(file)) {
      List<VideoFrame> frames = Scene.readAll(reader);

      assertThat(frames).hasSize(30);
      assertThat(reader.lost()).isZero();
      assertThat(reader.info().expectedFrames().orElse(30)).isEqualTo(30);
      assertThat(reader.info().frameRate().perSecond()).isCloseTo(rate.perSecond(), within(0.01));
      for (int n = 0; n < 30; n++) {
        assertThat(frames.get(n).number()).isEqualTo(n);
        // Matroska and WebM count milliseconds.
        assertThat(frames.get(n).timeUs()).isCloseTo(rate.timeUs(n), within(1_000L));
      }
    }
  }

  private static Encoding mpeg2OrMpeg4(String name) {
    return name.endsWith(".ts")
        ? Encoding.of("mpeg2video", Map.of("qmin", "4", "qmax", "4"))
        : Encoding.mpeg4(4);
  }

  @Test
  void afterTheLastFrameThereIsNothingHoweverOftenOneAsks() {
    Path file = Scene.write(folder.resolve("a.mkv"), Scene.frames(64, 48, 2), Encoding.lossless());

    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(Scene.readAll(reader)).hasSize(2);
      assertThat(reader.read()).isEmpty();
      assertThat(reader.read()).isEmpty();
      assertThat(reader.lost()).isZero();
    }
  }

  @Test
  void twoReadersOfOneFileDoNotDisturbEachOther() {
    List<Picture> pictures = Scene.frames(64, 48, 6);
    Path file = Scene.write(folder.resolve("a.mkv"), pictures, Encoding.lossless());

    try (VideoReader ahead = VideoReader.open(file);
        VideoReader behind = VideoReader.open(file)) {
      Scene.readAll(ahead);

      assertThat(behind.read().orElseThrow().picture()).isEqualTo(pictures.get(0));
    }
  }

  @Test
  void twoWritersDoNotDisturbEachOther() {
    List<Picture> pictures = Scene.frames(64, 48, 5);
    Path one = folder.resolve("one.mkv");
    Path other = folder.resolve("other.mkv");

    try (VideoWriter first = new VideoWriter(one, 64, 48, Scene.RATE, Encoding.lossless());
        VideoWriter second = new VideoWriter(other, 64, 48, Scene.RATE, Encoding.lossless())) {
      for (int n = 0; n < 5; n++) {
        first.write(pictures.get(n));
        second.write(pictures.get(4 - n));
      }
    }

    assertThat(Scene.read(one)).isEqualTo(pictures);
    assertThat(Scene.read(other).get(0)).isEqualTo(pictures.get(4));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 25, 30, 1000})
  void timesDoNotDriftOverHours(int framesPerSecond) {
    for (FrameRate rate :
        new FrameRate[] {
          FrameRate.of(framesPerSecond), new FrameRate(1000 * framesPerSecond, 1001)
        }) {
      long hour = 3600L * rate.numerator();

      assertThat(rate.timeUs(hour)).isEqualTo(3_600_000_000L * rate.denominator());
      assertThat(rate.timeUs(hour + 1) - rate.timeUs(hour))
          .isCloseTo(Math.round(1e6 / rate.perSecond()), within(1L));
    }
  }
}
