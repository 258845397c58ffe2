package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadVideoTest {
  private static final int FRAMES = 40;
  private static final Charset LATIN = StandardCharsets.ISO_8859_1;

  @TempDir Path folder;

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere.mp4");

    assertUserError(file, "there is no file " + file);
  }

  @Test
  void aDirectoryIsNotAVideo() {
    assertUserError(folder, folder + " is a directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text.mp4", "text.mkv", "text.txt", "text"})
  void aTextFileIsNotAVideoWhateverItsName(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "This is no video, only words.\n".repeat(200));

    assertUserError(file, file + " is not a video that can be read");
  }

  @Test
  void anEmptyFileIsNotAVideo() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.mp4"));

    assertUserError(file, file + " is not a video that can be read: it is empty");
  }

  @Test
  void randomBytesAreNotAVideo() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(5).nextBytes(noise);
    Path file = Files.write(folder.resolve("noise.mp4"), noise);

    assertUserError(file, file + " is not a video that can be read");
  }

  @Test
  void aSoundFileHasNoVideo() throws IOException {
    Path file = Files.write(folder.resolve("sound.wav"), silence());

    assertUserError(file, file + " is not a video that can be read: it has no video stream");
  }

  @Test
  void anIndexWithoutFramesHasNoFrameToDecode() throws IOException {
    Path whole = movie("whole.mp4", Encoding.mpeg4(5));
    byte[] bytes = Files.readAllBytes(whole);
    // The samples lie in the box "mdat" before the index; without them nothing can be decoded.
    int start = indexOf(bytes, "mdat") + 4;
    Arrays.fill(bytes, start, indexOf(bytes, "moov") - 4, (byte) 0);
    Path file = Files.write(folder.resolve("hollow.mp4"), bytes);

    assertUserError(file, file + " has no frame that can be decoded");
  }

  @Test
  void aCutOffMatroskaFileGivesWhatThereIsAndCountsTheRest() throws IOException {
    Path file = cut(movie("whole.mkv", Encoding.lossless()), 0.6);

    assertLossesAddUp(file, Scene.frames(96, 64, FRAMES));
  }

  @Test
  void aCutOffAviFileGivesWhatThereIsAndCountsTheRest() throws IOException {
    Path file = cut(movie("whole.avi", Encoding.lossless()), 0.5);

    assertLossesAddUp(file, Scene.frames(96, 64, FRAMES));
  }

  @Test
  void aCutOffMp4WithItsIndexInFrontGivesWhatThereIsAndCountsTheRest() throws IOException {
    Path whole = movie("whole.mp4", Encoding.mpeg4(2));
    List<Picture> decoded = Scene.read(whole);
    byte[] bytes = Files.readAllBytes(whole);
    int samples = indexOf(bytes, "mdat") + 4;
    int index = indexOf(bytes, "moov") - 4;
    // Samples are lost, the index behind them is not.
    Arrays.fill(bytes, samples + (index - samples) / 2, index, (byte) 0);
    Path file = Files.write(folder.resolve("half.mp4"), bytes);

    assertLossesAddUp(file, decoded);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, FRAMES - 1})
  void aDamagedFrameIsCountedAndTheOthersKeepTheirNumbers(int damaged) throws IOException {
    Path whole = movie("whole.mkv", Encoding.mjpeg(3));
    List<Picture> decoded = Scene.read(whole);
    Path file = withoutJpeg(whole, damaged);

    try (VideoReader reader = VideoReader.open(file)) {
      List<VideoFrame> frames = Scene.readAll(reader);

      assertThat(reader.lost()).isEqualTo(1);
      assertThat(frames).hasSize(FRAMES - 1);
      assertThat(frames).extracting(VideoFrame::number).doesNotContain((long) damaged);
      assertThat(frames)
          .allSatisfy(f -> assertThat(f.picture()).isEqualTo(decoded.get((int) f.number())));
    }
  }

  @Test
  void aWholeFileHasLostNothing() {
    Path file = movie("whole.mp4", Encoding.h264(30));

    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(Scene.readAll(reader)).hasSize(FRAMES);
      assertThat(reader.lost()).isZero();
    }
  }

  private Path movie(String name, Encoding encoding) {
    return Scene.write(folder.resolve(name), Scene.frames(96, 64, FRAMES), encoding);
  }

  private static void assertLossesAddUp(Path file, List<Picture> whole) {
    try (VideoReader reader = VideoReader.open(file)) {
      List<VideoFrame> frames = Scene.readAll(reader);
      assertThat(frames.size()).isBetween(FRAMES / 4, FRAMES - 5);
      assertThat(frames.size() + reader.lost()).isEqualTo(FRAMES);
      // The last one may be cut; all before it are as they were.
      for (VideoFrame frame : frames.subList(0, frames.size() - 1)) {
        Picture expected = whole.get((int) frame.number());
        assertThat(frame.picture().luma()).isEqualTo(expected.luma());
        assertThat(frame.picture().cr()).isEqualTo(expected.cr());
      }
    }
  }

  private static void assertUserError(Path file, String message) {
    UserError error = catchThrowableOfType(UserError.class, () -> VideoReader.open(file).close());
    assertThat(error).hasMessageStartingWith(message);
    assertThat(error.hint()).endsWith(".");
  }

  private Path cut(Path file, double part) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Files.write(
        folder.resolve("cut-" + file.getFileName()),
        Arrays.copyOf(bytes, (int) (bytes.length * part)));
  }

  /** A copy in which one JPEG image is overwritten. */
  private Path withoutJpeg(Path file, int number) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String startOfImage = new String(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, LATIN);
    int image = indexOf(bytes, startOfImage);
    for (int i = 0; i < number; i++) {
      image = indexOf(bytes, startOfImage, image + 1);
    }
    Arrays.fill(bytes, image, image + 600, (byte) 0);
    return Files.write(folder.resolve("damaged.mkv"), bytes);
  }

  private static int indexOf(byte[] bytes, String text) {
    return indexOf(bytes, text, 0);
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    return new String(bytes, LATIN).indexOf(text, from);
  }

  /** A tenth of a second of silence as a WAVE file of 8-bit samples at 8 kHz. */
  private static byte[] silence() {
    ByteBuffer wave = ByteBuffer.allocate(844).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(LATIN)).putInt(836).put("WAVEfmt ".getBytes(LATIN)).putInt(16);
    wave.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000);
    wave.putShort((short) 1).putShort((short) 8).put("data".getBytes(LATIN)).putInt(800);
    return wave.array();
  }
}
