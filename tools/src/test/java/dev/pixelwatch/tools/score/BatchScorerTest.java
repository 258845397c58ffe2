package dev.pixelwatch.tools.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchScorerTest {
  private static final int IMAGES = 6;

  @TempDir static Path folder;
  private static DistortionNetwork network;

  @BeforeAll
  static void loadAndDraw() throws IOException {
    network = OnnxNetwork.load("live", 1);
    List<Picture> street = Clips.street(64, 64, 1);
    Clips.image(image(0), street.get(0));
    for (int i = 1; i < IMAGES; i++) {
      Clips.image(image(i), Clips.filtered(street, "gblur=sigma=" + i / 2.0).get(0));
    }
    Clips.image(folder.resolve("wide.png"), Clips.street(96, 64, 1).get(0));
    Files.writeString(folder.resolve("text.png"), "no image");
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void theResultsComeInTheOrderOfTheRowsHoweverManyWorkersThereAre() {
    List<PairsFile.Row> rows = new ArrayList<>();
    for (int i = 0; i < 3 * IMAGES; i++) {
      rows.add(row(image(0), image(i % IMAGES)));
    }

    List<Double> alone = scores(1, rows);
    List<Double> together = scores(3, rows);

    assertThat(alone).hasSize(rows.size()).doesNotContainSequence(0.0, 0.0);
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void eachResultComesWithItsOwnRow() {
    List<PairsFile.Row> rows = List.of(row(image(0), image(0)), row(image(3), image(3)));
    List<PairsFile.Row> told = new ArrayList<>();

    new BatchScorer(network, 2).score(rows, (row, assessment) -> told.add(row));

    assertThat(told).isEqualTo(rows);
  }

  @Test
  void rowsBeforeOneThatCannotBeReadAreStillHandedOver() {
    List<PairsFile.Row> rows =
        List.of(
            row(image(0), image(1)),
            row(image(0), image(2)),
            row(image(0), folder.resolve("text.png")),
            row(image(0), image(3)));
    List<PairsFile.Row> told = new ArrayList<>();

    assertThatThrownBy(() -> new BatchScorer(network, 2).score(rows, (row, a) -> told.add(row)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("text.png is not an image");
    assertThat(told).isEqualTo(rows.subList(0, 2));
  }

  @Test
  void imagesOfDifferentSizesAreNamedWithTheirSizes() {
    List<PairsFile.Row> rows = List.of(row(image(0), folder.resolve("wide.png")));

    assertThatThrownBy(() -> scores(1, rows))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("image0.png is 64 x 64")
        .hasMessageContaining("wide.png is 96 x 64");
  }

  @Test
  void whoeverTakesTheResultsMayStopTheRun() {
    List<PairsFile.Row> rows = List.of(row(image(0), image(1)), row(image(0), image(2)));

    assertThatThrownBy(
            () ->
                new BatchScorer(network, 2)
                    .score(
                        rows,
                        (row, assessment) -> {
                          throw new UserError("the disk is full", "Free some space.");
                        }))
        .isInstanceOf(UserError.class)
        .hasMessage("the disk is full");
  }

  @Test
  void thereMayBeMoreWorkersThanRows() {
    assertThat(scores(8, List.of(row(image(0), image(0))))).containsExactly(0.0);
  }

  private static List<Double> scores(int workers, List<PairsFile.Row> rows) {
    List<Double> scores = new ArrayList<>();
    new BatchScorer(network, workers)
        .score(rows, (row, assessment) -> scores.add(rounded(assessment)));
    return scores;
  }

  /** Two sessions may differ in the last bits. */
  private static double rounded(Assessment assessment) {
    return Math.round(1000 * assessment.score()) / 1000.0;
  }

  private static PairsFile.Row row(Path reference, Path distorted) {
    return new PairsFile.Row(reference.toString(), distorted.toString(), reference, distorted);
  }

  private static Path image(int number) {
    return folder.resolve("image" + number + ".png");
  }
}
