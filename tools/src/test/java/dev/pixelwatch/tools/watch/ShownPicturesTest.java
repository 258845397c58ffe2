package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.Clips;
import dev.pixelwatch.tools.report.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShownPicturesTest {
  @TempDir static Path folder;
  private static DistortionNetwork network;
  private static List<Picture> street;
  private static List<Picture> soft;
  private static Path reference;
  private static Path processed;

  /** The processed video ends two frames before the reference. */
  @BeforeAll
  static void film() {
    network = OnnxNetwork.load("live", 1);
    street = Clips.street(96, 64, 6);
    soft = Clips.filtered(street.subList(0, 4), "gblur=sigma=3");
    reference = Clips.video(folder.resolve("reference.mkv"), street);
    processed = Clips.video(folder.resolve("processed.mkv"), soft);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void theFramesThatAreAskedForComeWithTheirPicturesAndTheirMap() {
    Evidence evidence = shown(Set.of(1L, 3L)).at(3).orElseThrow();

    assertThat(evidence.reference()).isEqualTo(street.get(3));
    assertThat(evidence.processed()).isEqualTo(soft.get(3));
    assertThat(evidence.map().columns()).isEqualTo(6);
    assertThat(evidence.map().meanIntensity(DistortionType.BLUR)).isPositive();
  }

  @Test
  void otherFramesAreNotKept() {
    ShownPictures shown = shown(Set.of(1L));

    assertThat(shown.at(0)).isEmpty();
    assertThat(shown.at(1)).isPresent();
    assertThat(shown.at(2)).isEmpty();
  }

  @Test
  void aFrameWithoutAPartnerAndOneBeyondTheEndHaveNothingToShow() {
    ShownPictures shown = shown(Set.of(0L, 5L, 99L));

    assertThat(shown.at(0)).isPresent();
    assertThat(shown.at(5)).isEmpty();
    assertThat(shown.at(99)).isEmpty();
  }

  @Test
  void theVideosAreReadNoFurtherThanTheLastFrameThatIsShown() {
    try (VideoPair videos = VideoPair.open(reference, processed, false)) {
      assertThat(new ShownPictures(videos, Set.of(1L), network).at(1)).isPresent();

      assertThat(videos.next().orElseThrow().number()).isEqualTo(2);
    }
  }

  @Test
  void whereNothingIsShownNothingIsRead() {
    try (VideoPair videos = VideoPair.open(reference, processed, false)) {
      assertThat(new ShownPictures(videos, Set.of(), network).at(0)).isEmpty();

      assertThat(videos.next().orElseThrow().number()).isZero();
    }
  }

  private static ShownPictures shown(Set<Long> frames) {
    try (VideoPair videos = VideoPair.open(reference, processed, false)) {
      return new ShownPictures(videos, frames, network);
    }
  }
}
