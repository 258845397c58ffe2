package dev.pixelwatch.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import org.junit.jupiter.api.Test;

final class EngineAgreementTest {
  @Test
  void anEngineAgreesWithItself() {
    try (DistortionNetwork network = OnnxNetwork.load("live", 1)) {
      EngineAgreement agreement = EngineAgreement.of(network, network, 400, 200);

      assertThat(agreement.pairs()).isEqualTo(15);
      assertThat(agreement.sameFirst()).isEqualTo(15);
      assertThat(agreement.map()).isZero();
      assertThat(agreement.points()).isZero();
      assertThat(agreement.asymmetry()).isLessThan(1e-6);
    }
  }

  @Test
  void anotherNetworkDoesNot() {
    try (DistortionNetwork live = OnnxNetwork.load("live", 1);
        DistortionNetwork studio = OnnxNetwork.load("studio", 1)) {
      EngineAgreement agreement = EngineAgreement.of(live, studio, 320, 192);

      assertThat(agreement.map()).isGreaterThan(0.01);
      assertThat(agreement.points()).isGreaterThan(0.1);
    }
  }
}
