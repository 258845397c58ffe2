package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.tools.Clips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoPairTest {
  @TempDir Path folder;

  @Test
  void aFrameThatCannotBeDecodedLeavesOnlyItsOwnPartnerAlone() throws IOException {
    List<Picture> street = Clips.street(96, 64, 8);
    Path whole = Clips.video(folder.resolve("a.mkv"), street, Clips.RATE, Encoding.mjpeg(3));
    Path damaged = Clips.withoutImage(whole, 3, folder.resolve("damaged.mkv"));

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

  @Test
  void theTimesAreThoseOfTheReferenceFromTheStartOfTheVideo() {
    Path slow = video("slow.mkv", Clips.street(64, 64, 3), FrameRate.of(10));
    Path fast = video("fast.mkv", Clips.street(64, 64, 3), FrameRate.of(50));

    assertThat(read(slow, fast))
        .extracting(FramePair::timeUs)
        .containsExactly(0L, 100_000L, 200_000L);
    assertThat(read(fast, slow))
        .extracting(FramePair::timeUs)
        .containsExactly(0L, 20_000L, 40_000L);
  }

  @Test
  void videosOfDifferentSizesAreRefusedWithBothSizes() {
    Path large = Clips.video(folder.resolve("large.mkv"), Clips.street(96, 64, 2));
    Path small = Clips.video(folder.resolve("small.mkv"), Clips.street(64, 64, 2));

    assertThatThrownBy(() -> VideoPair.open(large, small, false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("large.mkv is 96 x 64")
        .hasMessageContaining("small.mkv is 64 x 64");
  }

  @Test
  void onlyTheReferenceIsScaledAndOnlyWhenItMustBe() {
    Path large = Clips.video(folder.resolve("large.mkv"), Clips.street(96, 80, 2));
    Path small = Clips.video(folder.resolve("small.mkv"), Clips.street(64, 64, 2));

    List<FramePair> scaled = read(large, small, true);
    List<FramePair> alike = read(small, small, true);

    assertThat(scaled.get(0).reference().orElseThrow().width()).isEqualTo(64);
    assertThat(scaled.get(1).reference().orElseThrow().height()).isEqualTo(64);
    assertThat(scaled.get(0).processed()).isEqualTo(alike.get(0).processed());
    assertThat(alike.get(0).reference()).isEqualTo(alike.get(0).processed());
  }

  @Test
  void videosThatFitEachOtherNeedNoWords() {
    Path video = Clips.video(folder.resolve("a.mkv"), Clips.street(64, 64, 3));

    try (VideoPair pair = VideoPair.open(video, video, false)) {
      while (pair.next().isPresent()) {
        assertThat(pair.notesBefore()).isEmpty();
      }
      assertThat(pair.notesAfter()).isEmpty();
    }
  }

  @Test
  void conversionsAndRatesAreSaidBeforeAndLengthsAfter() {
    List<Picture> street = Clips.street(64, 64, 4);
    Path deep =
        Clips.video(
            folder.resolve("deep.mkv"),
            street,
            FrameRate.of(25),
            Encoding.lossless().withPixelFormat("yuv422p"));
    Path fast = video("fast.mkv", street.subList(0, 1), FrameRate.of(50));

    try (VideoPair pair = VideoPair.open(deep, fast, false)) {
      assertThat(pair.notesBefore()).hasSize(2);
      assertThat(pair.notesBefore().get(0)).contains("deep.mkv", "yuv422p");
      assertThat(pair.notesBefore().get(1)).contains("25 and 50 frames/s");
      while (pair.next().isPresent()) {
        assertThat(pair.notesBefore()).hasSize(2);
      }
      assertThat(pair.notesAfter()).singleElement().asString().contains("4 frames", "the last 3");
    }
  }

  @Test
  void ratesThatAreNearlyTheSameAreNotWorthAWord() {
    List<Picture> street = Clips.street(64, 64, 2);
    Path exact = video("exact.mkv", street, FrameRate.of(30));
    Path near = video("near.mkv", street, new FrameRate(29_990, 1000));

    try (VideoPair pair = VideoPair.open(exact, near, false)) {
      assertThat(pair.notesBefore()).isEmpty();
    }
  }

  @Test
  void theLongerVideoSaysHowManyFramesAreToCome() {
    Path longer = Clips.video(folder.resolve("long.mkv"), Clips.street(64, 64, 5));
    Path shorter = Clips.video(folder.resolve("short.mkv"), Clips.street(64, 64, 2));

    try (VideoPair pair = VideoPair.open(shorter, longer, false)) {
      assertThat(pair.expectedFrames()).isEqualTo(5);
    }
  }

  @Test
  void aStillImageIsAVideoOfOneFrame() {
    Path image = Clips.image(folder.resolve("still.png"), Clips.street(64, 64, 1).get(0));

    List<FramePair> pairs = read(image, image);

    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).reference()).isEqualTo(pairs.get(0).processed());
  }

  private Path video(String name, List<Picture> frames, FrameRate rate) {
    return Clips.video(folder.resolve(name), frames, rate, Encoding.lossless());
  }

  private static List<FramePair> read(Path reference, Path processed) {
    return read(reference, processed, false);
  }

  private static List<FramePair> read(Path reference, Path processed, boolean scaleReference) {
    try (VideoPair videos = VideoPair.open(reference, processed, scaleReference)) {
      List<FramePair> pairs = new ArrayList<>();
      for (Optional<FramePair> p = videos.next(); p.isPresent(); p = videos.next()) {
        pairs.add(p.get());
      }
      return pairs;
    }
  }
}
