package dev.pixelwatch.tools.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.tools.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoPairTest {
  private static final String START_OF_IMAGE = "\u00ff\u00d8\u00ff";

  @TempDir Path folder;

  @Test
  void aFrameThatCannotBeDecodedLeavesOnlyItsOwnPartnerAlone() throws IOException {
    List<Picture> street = Clips.street(96, 64, 8);
    Path whole = Clips.video(folder.resolve("a.mkv"), street, Clips.RATE, Encoding.mjpeg(3));
    Path damaged = withoutImage(whole, 3);

    List<FramePair> pairs = read(whole, damaged);

    assertThat(pairs).extracting(FramePair::number).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    for (FramePair pair : pairs) {
      assertThat(pair.reference()).isPresent();
      if (pair.number() == 3) {
        assertThat(pair.processed()).isEmpty();
      } else {
        assertThat(pair.processed()).isEqualTo(pair.reference());
      }
    }
  }

  @Test
  void theFramesOfTheLongerVideoComeAlone() {
    Path longer = Clips.video(folder.resolve("long.mkv"), Clips.street(96, 64, 5));
    Path shorter = Clips.video(folder.resolve("short.mkv"), Clips.street(96, 64, 3));

    List<FramePair> pairs = read(shorter, longer);

    assertThat(pairs).hasSize(5);
    assertThat(pairs.get(4).reference()).isEmpty();
    assertThat(pairs.get(4).processed()).isPresent();
  }

  private static List<FramePair> read(Path reference, Path processed) {
    try (VideoPair videos = VideoPair.open(reference, processed, false)) {
      List<FramePair> pairs = new ArrayList<>();
      for (Optional<FramePair> p = videos.next(); p.isPresent(); p = videos.next()) {
        pairs.add(p.get());
      }
      return pairs;
    }
  }

  /** A copy of a Motion JPEG video in which one image is overwritten. */
  private Path withoutImage(Path file, int number) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, ISO_8859_1);
    int image = text.indexOf(START_OF_IMAGE);
    for (int i = 0; i < number; i++) {
      image = text.indexOf(START_OF_IMAGE, image + 1);
    }
    Arrays.fill(bytes, image, image + 600, (byte) 0);
    return Files.write(folder.resolve("damaged.mkv"), bytes);
  }
}
