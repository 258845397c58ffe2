package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file is cut or damaged, it is read as far as it goes or refused in words. */
class DamageTest {
  private static final int FRAMES = 12;
  private static final List<Picture> PICTURES = Scene.frames(48, 32, FRAMES);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.mkv", "a.avi", "a.nut", "a.mp4", "a.webm"})
  void aFileCutAnywhereGivesItsFirstFramesOrIsRefused(String name) throws IOException {
    Path whole = movie(name);
    List<Picture> expected = Scene.read(whole);
    byte[] bytes = Files.readAllBytes(whole);
    int most = 0;
    for (int part = 0; part <= 24; part++) {
      Path cut = folder.resolve("cut-" + name);
      Files.write(cut, Arrays.copyOf(bytes, bytes.length * part / 24));

      List<VideoFrame> frames = framesOrRefusal(cut);

      assertThat(frames).as("%d of 24 parts", part).hasSizeBetween(0, FRAMES);
      for (int n = 0; n < frames.size() - 1; n++) {
        assertThat(frames.get(n).number()).isEqualTo(n);
        assertThat(frames.get(n).picture().luma()).isEqualTo(expected.get(n).luma());
      }
      // More of the file never gives fewer frames; the very last one may be half there.
      assertThat(frames.size()).isGreaterThanOrEqualTo(most - 1);
      most = Math.max(most, frames.size());
    }
    assertThat(most).isEqualTo(FRAMES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mkv", "a.avi", "a.mp4", "a.webm"})
  void bytesThatAreWrongDoNoMoreThanSpoilFrames(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(movie(name));
    Random random = new Random(name.hashCode());
    for (int round = 0; round < 30; round++) {
      byte[] damaged = bytes.clone();
      for (int i = 0; i < 1 + round / 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged-" + name), damaged);

      List<VideoFrame> frames = framesOrRefusal(file);

      assertThat(frames).extracting(VideoFrame::number).isSorted().doesNotHaveDuplicates();
      for (VideoFrame frame : frames) {
        assertThat(frame.picture().sameSizeAs(frames.get(0).picture())).isTrue();
        assertThat(frame.number()).isNotNegative();
      }
    }
  }

  private Path movie(String name) {
    Encoding encoding =
        switch (name.substring(2)) {
          case "mp4" -> Encoding.h264(30);
          case "webm" -> Encoding.vp9(40);
          default -> Encoding.lossless();
        };
    return Scene.write(folder.resolve(name), PICTURES, encoding);
  }

  private static List<VideoFrame> framesOrRefusal(Path file) {
    try (VideoReader reader = VideoReader.open(file)) {
      List<VideoFrame> frames = Scene.readAll(reader);
      assertThat(reader.lost()).isNotNegative();
      return frames;
    } catch (UserError refused) {
      assertThat(refused).hasMessageStartingWith(file.toString());
      assertThat(refused.hint()).endsWith(".");
      return List.of();
    }
  }
}
