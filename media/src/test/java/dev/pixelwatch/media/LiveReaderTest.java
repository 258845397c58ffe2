package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveReaderTest {
  private static final Optional<PictureSize> SMALL = Optional.of(new PictureSize(64, 48));
  private static final Optional<FrameRate> FAST = Optional.of(FrameRate.of(100));

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();

  private LiveReader open(LiveInput input) {
    return LiveReader.open(input, said::add);
  }

  private List<LiveFrame> readAll(LiveInput input) {
    try (LiveReader reader = open(input)) {
      List<LiveFrame> frames = new ArrayList<>();
      for (var f = reader.read(); f.isPresent(); f = reader.read()) {
        frames.add(f.get());
      }
      return frames;
    }
  }

  private static LiveInput raw(String uri, String format) {
    return LiveInput.of(uri, Optional.of(format), SMALL, FAST, Map.of());
  }

  private static byte[] i420(List<Picture> pictures) {
    var bytes = new java.io.ByteArrayOutputStream();
    for (Picture picture : pictures) {
      bytes.writeBytes(picture.luma());
      bytes.writeBytes(picture.cb());
      bytes.writeBytes(picture.cr());
    }
    return bytes.toByteArray();
  }

  @Test
  void aFileComesFrameByFrameAtItsOwnTimes() {
    List<Picture> pictures = Scene.frames(64, 48, 5);
    Path file = Scene.write(folder.resolve("a.mkv"), pictures, Encoding.lossless());

    List<LiveFrame> frames = readAll(LiveInput.of(file.toString()));

    assertThat(frames).extracting(LiveFrame::picture).isEqualTo(pictures);
    assertThat(frames).extracting(LiveFrame::index).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(frames)
        .extracting(LiveFrame::timeUs)
        .containsExactly(0L, 40_000L, 80_000L, 120_000L, 160_000L);
    assertThat(frames.get(4).captureTimeUs() - frames.get(0).captureTimeUs()).isEqualTo(160_000);
  }

  @Test
  void framesAreScaledToTheWantedSize() {
    Path file = Scene.write(folder.resolve("a.mkv"), Scene.frames(64, 48, 1), Encoding.lossless());
    LiveInput input =
        LiveInput.of(
            file.toString(),
            Optional.empty(),
            Optional.of(new PictureSize(32, 24)),
            FAST,
            Map.of());

    assertThat(readAll(input).get(0).picture().width()).isEqualTo(32);
  }

  @Test
  void aGraphOfFiltersIsASource() {
    try (LiveReader reader = open(LiveInput.of("lavfi:color=c=red:s=64x48:r=50"))) {
      LiveFrame frame = reader.read().orElseThrow();

      assertThat(reader.frameRate()).isEqualTo(FrameRate.of(50));
      assertThat(frame.picture().width()).isEqualTo(64);
      assertThat(Scene.mean(frame.picture().cr())).isGreaterThan(200);
    }
  }

  @Test
  void anImageSequenceIsAVideoOfTheGivenRate() throws IOException {
    for (int i = 0; i < 3; i++) {
      Path one = folder.resolve("one.avi");
      Scene.write(one, Scene.frames(64, 48, 1), Encoding.mjpeg(2));
      jpeg(one, folder.resolve("p%03d.jpg".formatted(i)));
    }
    LiveInput input =
        LiveInput.of(
            folder.resolve("p%03d.jpg").toString(),
            Optional.empty(),
            Optional.empty(),
            FAST,
            Map.of());

    List<LiveFrame> frames = readAll(input);

    assertThat(frames).extracting(LiveFrame::timeUs).containsExactly(0L, 10_000L, 20_000L);
  }

  /** A JPEG file out of a Motion JPEG video of one frame. */
  private static void jpeg(Path video, Path image) throws IOException {
    byte[] bytes = Files.readAllBytes(video);
    int start = 0;
    while ((bytes[start] & 0xff) != 0xff || (bytes[start + 1] & 0xff) != 0xd8) {
      start++;
    }
    int end = bytes.length;
    while ((bytes[end - 2] & 0xff) != 0xff || (bytes[end - 1] & 0xff) != 0xd9) {
      end--;
    }
    Files.write(image, java.util.Arrays.copyOfRange(bytes, start, end));
  }

  @Test
  void rawSamplesComeFromANamedPipe() throws Exception {
    List<Picture> pictures = Scene.frames(64, 48, 4);
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(i420(pictures));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    writer.start();

    List<LiveFrame> frames = readAll(raw(pipe.toString(), "i420"));

    writer.join();
    assertThat(frames).hasSize(4);
    assertThat(frames.get(3).picture().luma()).isEqualTo(pictures.get(3).luma());
    assertThat(frames.get(3).picture().cr()).isEqualTo(pictures.get(3).cr());
    assertThat(frames).extracting(LiveFrame::timeUs).endsWith(30_000L);
  }

  @Test
  void nv12SamplesAreTakenApart() throws IOException {
    Picture picture = Scene.frame(64, 48, 0);
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes(picture.luma());
    for (int i = 0; i < picture.cb().length; i++) {
      bytes.write(picture.cb()[i]);
      bytes.write(picture.cr()[i]);
    }
    Path file = Files.write(folder.resolve("a.nv12"), bytes.toByteArray());

    Picture read = readAll(raw(file.toString(), "nv12")).get(0).picture();

    assertThat(read.cb()).isEqualTo(picture.cb());
    assertThat(read.cr()).isEqualTo(picture.cr());
  }

  @Test
  void rawSamplesWithoutTheirSizeAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("a.yuv"), new byte[100]);
    LiveInput input =
        LiveInput.of(file.toString(), Optional.of("i420"), Optional.empty(), FAST, Map.of());

    assertThatThrownBy(() -> open(input))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.hint()).contains("--size 1280x720"));
  }

  @Test
  void aChangeOfSizeInMidRunBeginsANewSegmentAndIsSaid() throws IOException {
    Path small = Scene.write(folder.resolve("s.mjpeg"), Scene.frames(64, 48, 2), Encoding.mjpeg(2));
    Path large = Scene.write(folder.resolve("l.mjpeg"), Scene.frames(96, 64, 2), Encoding.mjpeg(2));
    Path both = folder.resolve("both.mjpeg");
    Files.write(both, Files.readAllBytes(small));
    Files.write(both, Files.readAllBytes(large), java.nio.file.StandardOpenOption.APPEND);

    List<LiveFrame> frames = readAll(LiveInput.of(both.toString()));

    assertThat(frames).extracting(LiveFrame::segment).containsExactly(0, 0, 1, 1);
    assertThat(frames).extracting(f -> f.picture().width()).containsExactly(64, 64, 96, 96);
    assertThat(said).singleElement().asString().contains("new segment", "96 x 64");
  }

  @ParameterizedTest
  @CsvSource({"/dev/video77, cannot open /dev/video77", "udp://127.0.0.1:1, it does not answer"})
  void whatCannotBeOpenedNowIsSaidAndMayBeTriedAgain(String uri, String words) {
    LiveInput input = LiveInput.of(uri).within(Duration.ofMillis(300));

    assertThat(input.mayComeBack()).isTrue();
    assertThatThrownBy(() -> open(input))
        .isInstanceOf(InputUnavailableException.class)
        .hasMessageContaining(words);
  }

  @Test
  void aServerThatTakesTheCallAndNeverAnswersIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      String uri = "rtsp://127.0.0.1:" + silent.getLocalPort() + "/camera";

      assertThatThrownBy(() -> open(LiveInput.of(uri).within(Duration.ofMillis(300))))
          .isInstanceOf(InputUnavailableException.class)
          .hasMessageContaining("it does not answer");
    }
  }

  @Test
  void aFileThatIsMissingIsAMistake() {
    Path missing = folder.resolve("missing.mp4");

    assertThat(LiveInput.of(missing.toString()).mayComeBack()).isFalse();
    assertThatThrownBy(() -> open(LiveInput.of(missing.toString())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no file");
  }

  @Test
  void anOptionThatTheInputDoesNotHaveIsNamed() {
    LiveInput input =
        LiveInput.of(
            "lavfi:color", Optional.empty(), Optional.empty(), FAST, Map.of("colour_of_sky", "1"));

    assertThatThrownBy(() -> open(input))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no option 'colour_of_sky'");
  }

  @Test
  void aFormatThatFfmpegDoesNotHaveIsNamed() {
    LiveInput input =
        LiveInput.of("/dev/null", Optional.of("v5l3"), Optional.empty(), FAST, Map.of());

    assertThatThrownBy(() -> open(input))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no input format 'v5l3'");
  }

  @Test
  void aReaderThatIsInterruptedGivesNothingMore() {
    try (LiveReader reader = open(LiveInput.of("lavfi:color=r=1"))) {
      reader.read();
      reader.interrupt();

      assertThat(reader.read()).isEmpty();
      assertThat(reader.ending()).isEqualTo("it was stopped");
    }
  }
}
