package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What we write and read against another build and version of FFmpeg. */
@ExtendWith(FfmpegProgram.Installed.class)
class IndependentJudgeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("dev.pixelwatch.media.VideoWriterTest#encodings")
  void theProgramDecodesOurFilesToTheSameSamples(String name, Encoding encoding) throws Exception {
    Path file = Scene.write(folder.resolve(name), Scene.frames(126, 94, 15), encoding);

    List<String> hashes = FfmpegProgram.frameHashes(file);

    assertThat(hashes).hasSize(15);
    assertThat(hashes).isEqualTo(Scene.read(file).stream().map(FfmpegProgram::hash).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "h264.mp4, -c:v libx264 -preset fast -bf 3",
    "h264.ts, -c:v libx264 -preset fast -bf 2",
    "hevc.mp4, -c:v libx265 -preset fast -x265-params log-level=none",
    "mpeg2.mpg, -c:v mpeg2video -bf 2 -q:v 4",
    "mpeg4.avi, -c:v mpeg4 -q:v 3",
    "vp8.webm, -c:v libvpx -b:v 1M",
    "ffv1.mkv, -c:v ffv1",
    "raw.y4m, -pix_fmt yuv420p",
    "mjpeg.mov, -c:v mjpeg -q:v 3 -pix_fmt yuvj420p"
  })
  void weDecodeFilesOfTheProgramToTheSameSamples(String name, String codec) throws Exception {
    Path file = made(name, "testsrc2=size=176x144:rate=25:duration=1.2,format=yuv420p", codec);

    List<String> hashes = FfmpegProgram.frameHashes(file);

    try (VideoReader reader = VideoReader.open(file)) {
      List<VideoFrame> frames = Scene.readAll(reader);
      assertThat(frames).hasSize(30);
      assertThat(frames.stream().map(f -> FfmpegProgram.hash(f.picture())).toList())
          .isEqualTo(hashes);
      assertThat(frames)
          .allSatisfy(f -> assertThat(f.timeUs()).isCloseTo(f.number() * 40_000, within(1_000L)));
      assertThat(reader.lost()).isZero();
    }
  }

  @Test
  void soundBesideTheVideoDoesNotMatter() throws Exception {
    Path file =
        made(
            "sound.mkv",
            "testsrc2=size=176x144:rate=25:duration=1",
            "-f lavfi -i sine=duration=3 -c:v ffv1 -pix_fmt yuv420p -c:a aac");

    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.info().durationUs()).hasValue(1_000_000);
      assertThat(Scene.readAll(reader)).hasSize(25);
      assertThat(reader.lost()).isZero();
    }
  }

  @Test
  void aFrameRateThatVariesKeepsItsTimes() throws Exception {
    Path file =
        made(
            "vfr.mkv",
            "testsrc2=size=176x144:rate=25:duration=2,select='lt(n,10)+gt(n,30)'",
            "-fps_mode passthrough -c:v ffv1 -pix_fmt yuv420p");

    try (VideoReader reader = VideoReader.open(file)) {
      List<VideoFrame> frames = Scene.readAll(reader);
      assertThat(frames).hasSize(29);
      assertThat(frames.get(9).timeUs()).isEqualTo(360_000);
      assertThat(frames.get(10).timeUs()).isEqualTo(1_240_000);
      assertThat(reader.lost()).isZero();
    }
  }

  @Test
  void aTurnedVideoIsTurnedAsTheProgramTurnsIt() throws Exception {
    Path level =
        made(
            "level.mp4",
            "testsrc2=size=176x144:rate=25:duration=0.2",
            "-c:v libx264 -pix_fmt yuv420p");
    FfmpegProgram.run(
        folder,
        List.of(
            "-i", level.toString(), "-c", "copy", "-metadata:s:v:0", "rotate=90", "turned.mp4"));
    Path file = folder.resolve("turned.mp4");

    assertThat(Scene.read(file).get(0).width()).isEqualTo(144);
    assertThat(Scene.read(file).stream().map(FfmpegProgram::hash).toList())
        .isEqualTo(FfmpegProgram.frameHashes(file));
  }

  @ParameterizedTest
  @CsvSource({
    "smpte170m, tv, BT601, LIMITED",
    "bt709, pc, BT709, FULL",
    "bt2020nc, tv, BT2020, LIMITED"
  })
  void colourTagsOfTheProgramAreRead(
      String space, String range, ColourMatrix matrix, ColourRange expected) throws Exception {
    Path file =
        made(
            "tagged.mp4",
            "testsrc2=size=176x144:rate=25:duration=0.2,format=yuv420p",
            "-c:v libx264 -colorspace " + space + " -color_range " + range);

    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.info().matrix()).isEqualTo(matrix);
      assertThat(reader.info().range()).isEqualTo(expected);
    }
  }

  @Test
  void rgbBecomesTheColourItWas() throws Exception {
    Path file =
        made("red.mkv", "color=red:size=64x64:rate=25:duration=0.2", "-c:v ffv1 -pix_fmt bgr0");

    Picture picture = Scene.read(file).get(0);

    // Pure red in BT.601, limited range (ITU-R BT.601-7, table 3).
    assertThat(picture.matrix()).isEqualTo(ColourMatrix.BT601);
    assertThat(picture.luma()[0] & 0xff).isCloseTo(81, within(1));
    assertThat(picture.cb()[0] & 0xff).isCloseTo(90, within(1));
    assertThat(picture.cr()[0] & 0xff).isCloseTo(240, within(1));
  }

  private Path made(String name, String source, String codec) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", source));
    arguments.addAll(Arrays.asList(codec.split(" ")));
    arguments.add(name);
    FfmpegProgram.run(folder, arguments);
    return folder.resolve(name);
  }
}
