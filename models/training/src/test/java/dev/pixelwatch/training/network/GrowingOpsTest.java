package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowingOpsTest {
  private static final Batch SAMPLE = RandomBatch.of(2, 64, 7);

  @Test
  void aGrownNetworkAnswersAsTheSmallOneDoes() throws IOException {
    Parameters small = Parameters.initial(NetworkSize.LIVE, 5);
    try (Objective objective = new Objective(ComputeDevice.CPU)) {
      Objective.Answer expected = objective.answer(small, SAMPLE);

      Parameters large =
          objective.takeUp(OnnxExport.toOnnx(small, Map.of()), NetworkSize.STUDIO, SAMPLE);
      Objective.Answer grown = objective.answer(large, SAMPLE);

      assertThat(large.size()).isEqualTo(NetworkSize.STUDIO);
      assertThat(grown.maps()).hasSameSizeAs(expected.maps());
      for (int i = 0; i < grown.maps().length; i++) {
        assertThat(grown.maps()[i]).isCloseTo(expected.maps()[i], within(1e-4f));
      }
      assertThat(grown.scores()[0]).isCloseTo(expected.scores()[0], within(1e-4f));
      // Else the comparison would prove nothing.
      assertThat(expected.maps()[0]).isNotEqualTo(0.5f);
    }
  }

  @Test
  void itsNewChannelsLearnFromTheFirstStep() throws IOException {
    try (Objective objective = new Objective(ComputeDevice.CPU)) {
      byte[] small = OnnxExport.toOnnx(Parameters.initial(NetworkSize.LIVE, 5), Map.of());
      Parameters large = objective.takeUp(small, NetworkSize.STUDIO, SAMPLE);
      Map<String, float[]> gradients = objective.differentiate(large, SAMPLE).gradients();

      float[] out = gradients.get("head.out.weight");
      int newest = out.length - 1;
      assertThat(large.values("head.out.weight")[newest]).isZero();
      assertThat(out[newest]).isNotZero();
    }
  }

  @Test
  void aNetworkDoesNotShrink() {
    Parameters studio = Parameters.initial(NetworkSize.STUDIO, 5);

    assertThatThrownBy(() -> GrowingOps.grow(studio, NetworkSize.LIVE))
        .isInstanceOf(IOException.class)
        .hasMessage("it is a studio network, which does not fit into a live one");
  }
}
