package dev.pixelwatch.tools.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BrokerSilenceTest {
  private final List<String> said = new ArrayList<>();
  private final BrokerSilence silence =
      new BrokerSilence("kafka:9092", "newer frames push out older ones", said::add);

  private void look(int... seconds) {
    for (int each : seconds) {
      silence.look(Duration.ofSeconds(each));
    }
  }

  @Test
  void shortSilencesAreNotTold() {
    look(0, 1, 4, 0, 3);

    assertThat(said).isEmpty();
  }

  @Test
  void itIsToldOnceWhenItBeginsAndOnceWhenItEnds() {
    look(0, 3, 6, 9, 61, 0, 0);

    assertThat(said)
        .containsExactly(
            "The broker at kafka:9092 does not answer; newer frames push out older ones until it"
                + " does.",
            "The broker answers again, after 61 s.");
  }

  @Test
  void aSecondSilenceIsToldAgain() {
    look(6, 0, 6);

    assertThat(said).hasSize(3);
  }
}
