package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.metric.FullReferenceMetric;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.training.SceneFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedPairsTest {
  @TempDir static Path folder;
  private static Path csv;
  private static DistortionNetwork network;

  @BeforeAll
  static void paint() {
    network = OnnxNetwork.load("live", 1);
    SceneFolder.fill(folder, 1, 320, 256);
    RgbImage clean = ImageFiles.read(folder.resolve("scene00.png"));
    for (int i = 1; i <= 4; i++) {
      save(noisy(clean, 0.03f * i), "noise" + i + ".png");
      save(pixelated(clean, 2 * i), "blocks" + i + ".png");
    }
    csv = folder.resolve("scores.csv");
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void peopleWhoDislikeEveryDistortionMoreTheStrongerItIsAgreeWithEveryMeasure()
      throws IOException {
    write(
        "dist,ref,type,dmos",
        "noise1.png,scene00.png,noise,10",
        "noise2.png,scene00.png,noise,20",
        "noise3.png,scene00.png,noise,30",
        "noise4.png,scene00.png,noise,40",
        "blocks1.png,scene00.png,blocks,11",
        "blocks2.png,scene00.png,blocks,22",
        "blocks3.png,scene00.png,blocks,33",
        "blocks4.png,scene00.png,blocks,44");

    HumanAgreement agreement = compare();

    assertThat(agreement.pairs()).containsExactly(Map.entry("noise", 4), Map.entry("blocks", 4));
    assertThat(agreement.baselines())
        .extracting(HumanAgreement.Measure::label)
        .containsExactlyElementsOf(
            Arrays.stream(FullReferenceMetric.values()).map(FullReferenceMetric::label).toList());
    assertThat(agreement.measures())
        .allSatisfy(
            measure -> assertThat(measure.byType().get("noise")).isCloseTo(1, within(1e-9)));
    assertThat(agreement.network().all()).isPositive();
    assertThat(agreement.points()).hasSize(8).allMatch(point -> point.quality() < 0);
  }

  @Test
  void aHighMosIsAGoodImage() throws IOException {
    write(
        "ref,dist,mos",
        "scene00.png,noise1.png,5",
        "scene00.png,noise2.png,4",
        "scene00.png,noise3.png,3");

    HumanAgreement agreement = compare();

    assertThat(agreement.network().all()).isCloseTo(1, within(1e-9));
    assertThat(agreement.points().get(0).quality()).isEqualTo(5);
    assertThat(agreement.hasTypes()).isFalse();
  }

  @Test
  void progressReachesOneInStepsOfAPair() throws IOException {
    write("ref,dist,mos", "scene00.png,noise1.png,5", "scene00.png,noise2.png,4");
    List<Double> told = new ArrayList<>();

    JudgedPairs.read(csv).compare(network, told::add);

    assertThat(told).containsExactly(0.5, 1.0);
  }

  @Test
  void aMissingImageIsToldWithItsRow() throws IOException {
    write("ref,dist,dmos", "scene00.png,noise1.png,5", "scene00.png,gone.png,4");

    assertRefused("row 2 of " + csv + " names 'gone.png', and there is no such file");
  }

  @Test
  void aScoreThatIsNotANumberIsToldWithItsRow() throws IOException {
    write("ref,dist,dmos", "scene00.png,noise1.png,good");

    assertRefused("row 1 of " + csv + " has the score 'good', which is not a number");
  }

  @Test
  void aShortRowIsToldWithItsNumber() throws IOException {
    write("ref,dist,dmos", "scene00.png,noise1.png");

    assertRefused("row 1 of " + csv + " has 2 fields");
  }

  @Test
  void aListWithoutScoresIsRefused() throws IOException {
    write("ref,dist", "scene00.png,noise1.png");

    assertRefused("is not a list of human scores: its columns are ref, dist");
  }

  @Test
  void aListWithBothKindsOfScoresIsRefused() throws IOException {
    write("ref,dist,mos,dmos", "scene00.png,noise1.png,1,2");

    assertRefused("is not a list of human scores");
  }

  @Test
  void aListWithoutRowsIsRefused() throws IOException {
    write("ref,dist,dmos");

    assertRefused("names no pairs");
  }

  @Test
  void aListThatIsNotThereIsRefused() throws IOException {
    Files.deleteIfExists(csv);

    assertRefused("cannot read the human scores in");
  }

  @Test
  void aDamagedImageIsToldWithItsRow() throws IOException {
    Files.writeString(folder.resolve("damaged.png"), "no image");
    write("ref,dist,dmos", "scene00.png,noise1.png,5", "scene00.png,damaged.png,4");

    assertThatThrownBy(this::compare)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("row 2 of " + csv + ": ")
        .hasMessageContaining("is not an image");
  }

  @Test
  void imagesOfDifferentSizesAreToldWithTheirRow() throws IOException {
    save(new RgbImage(320, 240), "small.png");
    write("ref,dist,dmos", "scene00.png,small.png,5");

    assertThatThrownBy(this::compare)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("row 1 of")
        .hasMessageContaining("320 x 256 and 320 x 240");
  }

  @Test
  void eachTypeIsOrderedByItselfEvenWhereTheWholeListIsNot() throws IOException {
    // Within a type people agree with the measures; across types they mind blocks far less.
    write(
        "ref,dist,type,mos",
        "scene00.png,noise1.png,noise,3",
        "scene00.png,noise2.png,noise,2",
        "scene00.png,noise3.png,noise,1",
        "scene00.png,blocks1.png,blocks,30",
        "scene00.png,blocks2.png,blocks,20",
        "scene00.png,blocks3.png,blocks,10");

    HumanAgreement agreement = compare();

    for (HumanAgreement.Measure measure : agreement.measures()) {
      assertThat(measure.byType()).containsOnlyKeys("noise", "blocks");
      assertThat(measure.byType().get("noise")).isCloseTo(1, within(1e-9));
      assertThat(measure.all()).isLessThan(1);
    }
    for (HumanAgreement.Measure baseline : agreement.baselines()) {
      assertThat(baseline.byType().get("blocks")).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void peopleWhoPreferWhatIsWorseDisagreeWithEveryMeasure() throws IOException {
    write(
        "ref,dist,dmos",
        "scene00.png,noise1.png,30",
        "scene00.png,noise2.png,20",
        "scene00.png,noise3.png,10");

    assertThat(compare().measures())
        .allSatisfy(measure -> assertThat(measure.all()).isCloseTo(-1, within(1e-9)));
  }

  @Test
  void thePristineImageMayStandInTheList() throws IOException {
    write(
        "ref,dist,mos",
        "scene00.png,scene00.png,5",
        "scene00.png,noise1.png,4",
        "scene00.png,noise3.png,2");

    HumanAgreement agreement = compare();

    assertThat(agreement.points().get(0).score()).isZero();
    // The PSNR of the first is infinite, and still only the greatest.
    assertThat(agreement.measures())
        .allSatisfy(measure -> assertThat(measure.all()).isCloseTo(1, within(1e-9)));
  }

  @Test
  void aTypeWithTwoPairsHasNoCorrelationOfItsOwn() throws IOException {
    write(
        "ref,dist,type,mos",
        "scene00.png,noise1.png,noise,3",
        "scene00.png,noise2.png,noise,2",
        "scene00.png,blocks2.png,blocks,1");

    HumanAgreement agreement = compare();

    assertThat(agreement.network().all()).isNotNaN();
    assertThat(agreement.network().byType()).allSatisfy((type, srcc) -> assertThat(srcc).isNaN());
    assertThat(agreement.pairs()).containsExactly(Map.entry("noise", 2), Map.entry("blocks", 1));
  }

  @Test
  void anImageTooSmallForTheMeasuresIsToldWithItsRowAndTheLeastSide() throws IOException {
    save(new RgbImage(170, 180), "tiny.png");
    write("ref,dist,dmos", "scene00.png,noise1.png,1", "tiny.png,tiny.png,5");

    assertThatThrownBy(this::compare)
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.hint()).contains("176 pixels a side"))
        .hasMessageContaining("row 2 of")
        .hasMessageContaining("170 x 180");
  }

  private HumanAgreement compare() {
    return JudgedPairs.read(csv).compare(network, done -> {});
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> JudgedPairs.read(csv))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }

  private static void write(String... lines) throws IOException {
    Files.write(csv, List.of(lines));
  }

  private static void save(RgbImage image, String name) {
    ImageFiles.writePng(ImageFiles.toBufferedImage(image), folder.resolve(name));
  }

  private static RgbImage noisy(RgbImage image, float amount) {
    RgbImage noisy = image.copy();
    SplittableRandom random = new SplittableRandom(1);
    for (float[] plane : noisy.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] += amount * (float) random.nextGaussian();
      }
    }
    return noisy;
  }

  /** Every square of {@code side} pixels takes the colour of its first pixel. */
  private static RgbImage pixelated(RgbImage image, int side) {
    RgbImage pixelated = image.copy();
    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < image.red().length; i++) {
        int row = i / image.width();
        int x = i % image.width();
        int from = (row - row % side) * image.width() + x - x % side;
        pixelated.planes()[plane][i] = image.planes()[plane][from];
      }
    }
    return pixelated;
  }
}
