package dev.pixelwatch.tools.compare;

import static dev.pixelwatch.core.DistortionType.BLUR;
import static dev.pixelwatch.core.DistortionType.NOISE;
import static dev.pixelwatch.tools.compare.DirectAgreement.Agreement.AGREE;
import static dev.pixelwatch.tools.compare.DirectAgreement.Agreement.CONTRADICT;
import static dev.pixelwatch.tools.compare.DirectAgreement.Agreement.ONLY_BY_REFERENCE;
import static dev.pixelwatch.tools.compare.DirectAgreement.Agreement.ONLY_DIRECT;
import static dev.pixelwatch.tools.compare.Scored.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** B beside A itself, next to both beside the reference. */
final class DirectAgreementTest {
  private static final int FRAMES = 200;

  @Test
  void bothWaysAgreeWhenTheySeeTheSameDirection() {
    DirectAgreement agreement = agreement(Map.of(type(NOISE), 0.1), Map.of(type(NOISE), 0.3));

    assertThat(at(agreement, NOISE)).isEqualTo(AGREE);
    assertThat(at(agreement, BLUR)).isEqualTo(AGREE);
    assertThat(agreement.agrees()).isTrue();
  }

  @Test
  void oppositeDirectionsContradict() {
    DirectAgreement agreement = agreement(Map.of(type(NOISE), 0.1), Map.of(type(NOISE), -0.1));

    assertThat(at(agreement, NOISE)).isEqualTo(CONTRADICT);
    assertThat(agreement.agrees()).isFalse();
  }

  @Test
  void whatOnlyOneWaySeesIsSaid() {
    DirectAgreement agreement = agreement(Map.of(type(NOISE), 0.1), Map.of(type(BLUR), 0.1));

    assertThat(at(agreement, NOISE)).isEqualTo(ONLY_BY_REFERENCE);
    assertThat(at(agreement, BLUR)).isEqualTo(ONLY_DIRECT);
    assertThat(agreement.agrees()).isTrue();
  }

  private static DirectAgreement agreement(
      Map<Quantity, Double> byReference, Map<Quantity, Double> direct) {
    Comparison comparison =
        Comparison.of(
            Scored.build("a", FRAMES, Map.of()),
            Scored.build("b", FRAMES, byReference),
            Gate.defaults());
    return DirectAgreement.of(comparison, Scored.build("direct", FRAMES, direct).frames());
  }

  private static DirectAgreement.Agreement at(DirectAgreement agreement, DistortionType type) {
    return agreement.rows().get(type.ordinal()).agreement();
  }
}
