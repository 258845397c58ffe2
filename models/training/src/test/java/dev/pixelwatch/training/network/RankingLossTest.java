package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankingLossTest {
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void scoresAsFarApartAsTheirRanksCostNothing() {
    assertThat(hinge(new float[] {-3, -1, 0}, new float[] {-0.6f, -0.2f, 0})).isZero();
  }

  @Test
  void aWrongOrderCostsTheGapAndTheError() {
    // Two of the four members of the matrix lack 0.4 + 0.1.
    assertThat(hinge(new float[] {0.1f, 0}, new float[] {-0.4f, 0}))
        .isCloseTo(0.25f, within(1e-6f));
  }

  @Test
  void theRightOrderStillCostsWhatItLacksOfTheMargin() {
    assertThat(hinge(new float[] {-0.3f, 0}, new float[] {-0.4f, 0}))
        .isCloseTo(0.05f, within(1e-6f));
  }

  @Test
  void twinsThatLieTogetherCostLessThanStrangersThatDo() {
    float[] twinsTogether = {1, 0, 0, 1, 1, 0, 0, 1};
    float[] strangersTogether = {1, 0, 1, 0, 0, 1, 0, 1};

    assertThat(infoNce(twinsTogether)).isLessThan(0.01f);
    assertThat(infoNce(strangersTogether)).isGreaterThan(10);
  }

  @Test
  void theContrastDoesNotDependOnTheLengthOfAnEmbedding() {
    assertThat(infoNce(new float[] {2, 1, -1, 3, 4, 1, 0, 5}))
        .isCloseTo(infoNce(new float[] {20, 10, -1, 3, 4, 1, 0, 0.5f}), within(1e-4f));
  }

  @Test
  void anErrorCountsByItsSquareWhenSmallAndByItselfWhenLarge() {
    assertThat(error(0.008f)).isCloseTo(4 * error(0.004f), within(1e-5f));
    assertThat(error(40)).isCloseTo(2 * error(20), within(0.1f));
    assertThat(error(0)).isCloseTo(0, within(1e-7f));
  }

  private float error(float by) {
    return RankingLoss.error(manager.create(new float[] {by}), manager.create(new float[] {0}))
        .getFloat();
  }

  private float hinge(float[] scores, float[] targets) {
    return RankingLoss.hinge(manager.create(scores), manager.create(targets)).getFloat();
  }

  /** Of four embeddings with two values each; the twin of i is i + 2. */
  private float infoNce(float[] values) {
    NDArray embedding = manager.create(values, new Shape(4, 2, 1, 1));
    return RankingLoss.infoNce(embedding).getFloat();
  }
}
