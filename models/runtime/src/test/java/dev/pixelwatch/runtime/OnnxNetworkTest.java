package dev.pixelwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.scene.MovingScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The network that is shipped. */
class OnnxNetworkTest {
  private static OnnxNetwork network;

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    network = OnnxNetwork.load("live", 1);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void itSaysWhichWeightsItHasAndWhatRunsThem() {
    assertThat(network.model().name()).isEqualTo("live");
    assertThat(network.model().sha256()).matches("[0-9a-f]{64}");
    assertThat(network.engine()).matches("ONNX Runtime [0-9.]+, CPU, 1 thread");
  }

  @ParameterizedTest
  @CsvSource({
    "64, 64, 4, 4",
    "65, 64, 4, 5",
    "127, 95, 6, 8",
    "176, 144, 9, 11",
    "4096, 2160, 135, 256"
  })
  void aMapHasACellForEverySixteenPixelsBegun(int width, int height, int rows, int columns) {
    Picture picture = new MovingScene(width, height, 1).frame(0);

    Assessment assessment = assess(picture, darker(picture, 30));

    assertThat(assessment.map().rows()).isEqualTo(rows);
    assertThat(assessment.map().columns()).isEqualTo(columns);
  }

  @Test
  void identicalPicturesGiveExactlyNoDifference() {
    Picture picture = new MovingScene(200, 120, 1).frame(0);

    Assessment same = assess(picture, picture);

    assertThat(same.score()).isZero();
    for (float value : same.map().values()) {
      assertThat(value).isEqualTo(0.5f);
    }
  }

  @Test
  void swappingThePairMirrorsTheAnswer() {
    Picture picture = new MovingScene(200, 120, 1).frame(0);
    Picture dark = darker(picture, 40);

    Assessment forward = assess(picture, dark);
    Assessment backward = assess(dark, picture);

    assertThat(forward.score()).isCloseTo(-backward.score(), within(1e-4));
    float[] mirrored = backward.map().mirrored().values();
    for (int i = 0; i < mirrored.length; i++) {
      assertThat(forward.map().values()[i]).isCloseTo(mirrored[i], within(1e-6f));
    }
  }

  @Test
  void aDarkerPictureIsCalledDarker() {
    Picture picture = new MovingScene(320, 192, 1).frame(0);

    Assessment assessment = assess(picture, darker(picture, 40));

    double exposure = assessment.map().meanIntensity(DistortionType.EXPOSURE);
    assertThat(exposure).isLessThan(-0.2);
    for (DistortionType type : DistortionType.values()) {
      assertThat(Math.abs(assessment.map().meanIntensity(type)))
          .isLessThanOrEqualTo(Math.abs(exposure));
    }
  }

  @ParameterizedTest
  @CsvSource({"65, 64", "127, 95", "321, 250"})
  void theCellsAtTheEdgeAnswerLikeTheOthers(int width, int height) {
    Picture picture = new MovingScene(width, height, 1).frame(0);

    DistortionMap map = assess(picture, darker(picture, 40)).map();

    double mean = map.meanIntensity(DistortionType.EXPOSURE);
    for (int row = 0; row < map.rows(); row++) {
      double last = map.intensity(DistortionType.EXPOSURE, row, map.columns() - 1);
      assertThat(last).as("row %d", row).isLessThan(mean / 3);
    }
    for (int column = 0; column < map.columns(); column++) {
      double last = map.intensity(DistortionType.EXPOSURE, map.rows() - 1, column);
      assertThat(last).as("column %d", column).isLessThan(mean / 3);
    }
  }

  @Test
  void aGreyPictureThatGetsDarkerChangesNoColour() {
    Picture colour = new MovingScene(320, 192, 1).frame(0);
    byte[] grey = new byte[colour.cb().length];
    Arrays.fill(grey, (byte) 128);
    Picture picture =
        new Picture(320, 192, colour.luma(), grey, grey, colour.matrix(), colour.range());

    DistortionMap map = assess(picture, darker(picture, 40)).map();

    assertThat(map.meanIntensity(DistortionType.EXPOSURE)).isLessThan(-0.2);
    for (DistortionType type :
        List.of(DistortionType.SATURATION, DistortionType.WARMTH, DistortionType.TINT)) {
      assertThat(map.meanIntensity(type)).as(type.id()).isCloseTo(0, within(0.1));
    }
  }

  @Test
  void theSamePictureInFullRangeIsNoDifferentPicture() {
    Picture limited = new MovingScene(160, 96, 1).frame(0);
    Picture full = toFullRange(limited);

    Assessment assessment = assess(limited, full);

    assertThat(assessment.score()).isCloseTo(0, within(3.0));
    for (DistortionType type : DistortionType.values()) {
      assertThat(assessment.map().meanIntensity(type)).isCloseTo(0, within(0.05));
    }
  }

  @Test
  void assessorsOnSeveralThreadsGiveTheSameAnswer() throws Exception {
    Picture picture = new MovingScene(160, 96, 1).frame(0);
    Picture dark = darker(picture, 25);
    float[] expected = assess(picture, dark).map().values();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Assessment> first = threads.submit(() -> assess(picture, dark));
      Future<Assessment> second = threads.submit(() -> assess(picture, dark));

      assertThat(first.get().map().values()).isEqualTo(expected);
      assertThat(second.get().map().values()).isEqualTo(expected);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void oneAssessorTakesPicturesOfOneSizeAfterAnother() {
    Picture small = new MovingScene(96, 64, 1).frame(0);
    Picture large = new MovingScene(160, 96, 1).frame(0);
    try (Assessor assessor = network.newAssessor()) {
      float[] before = assessor.assess(small, darker(small, 30)).map().values();
      assessor.assess(large, darker(large, 30));
      float[] after = assessor.assess(small, darker(small, 30)).map().values();

      assertThat(after).isEqualTo(before);
    }
  }

  @Test
  void picturesOfDifferentSizesAreRefusedWithBothSizes() {
    Picture wide = new MovingScene(160, 96, 1).frame(0);
    Picture narrow = new MovingScene(96, 64, 1).frame(0);

    assertThatThrownBy(() -> assess(wide, narrow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the reference is 160 x 96, the processed frame 96 x 64");
  }

  @Test
  void anUnknownNameIsAnError() {
    assertThatThrownBy(() -> OnnxNetwork.load("huge", 1))
        .isInstanceOf(UserError.class)
        .hasMessage("cannot read the network huge");
    assertThatThrownBy(() -> OnnxNetwork.load("no\0path", 1)).isInstanceOf(UserError.class);
  }

  @Test
  void aMissingFileIsAnError() {
    assertThatThrownBy(() -> OnnxNetwork.load(folder.resolve("no.onnx"), 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot read the network");
  }

  @Test
  void aFileThatHoldsNoNetworkIsAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("text.onnx"), "not a network");

    assertThatThrownBy(() -> OnnxNetwork.load(file, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not a network that Pixelwatch can run");
  }

  private static Assessment assess(Picture reference, Picture processed) {
    try (Assessor assessor = network.newAssessor()) {
      return assessor.assess(reference, processed);
    }
  }

  private static Picture darker(Picture p, int percent) {
    byte[] luma = new byte[p.luma().length];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (16 + ((p.luma()[i] & 0xff) - 16) * (100 - percent) / 100);
    }
    return new Picture(p.width(), p.height(), luma, p.cb(), p.cr(), p.matrix(), p.range());
  }

  private static Picture toFullRange(Picture p) {
    return new Picture(
        p.width(),
        p.height(),
        stretched(p.luma(), 16, 219, 0),
        stretched(p.cb(), 128, 224, 128),
        stretched(p.cr(), 128, 224, 128),
        ColourMatrix.BT709,
        ColourRange.FULL);
  }

  private static byte[] stretched(byte[] plane, int zero, int span, int fullZero) {
    byte[] out = new byte[plane.length];
    for (int i = 0; i < out.length; i++) {
      long code = Math.round(fullZero + ((plane[i] & 0xff) - zero) * 255.0 / span);
      out[i] = (byte) Math.min(255, Math.max(0, code));
    }
    return out;
  }
}
