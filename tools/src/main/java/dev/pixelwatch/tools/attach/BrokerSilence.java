package dev.pixelwatch.tools.attach;

import java.time.Duration;
import java.util.function.Consumer;

/** Says once that the broker does not answer, and once that it answers again. */
final class BrokerSilence {
  private static final Duration NOTICED = Duration.ofSeconds(5);

  private final String servers;
  private final Consumer<String> said;
  private Duration longest = Duration.ZERO;

  BrokerSilence(String servers, Consumer<String> said) {
    this.servers = servers;
    this.said = said;
  }

  /**
   * Called now and then.
   *
   * @param silence for how long frames have been under way and the broker has not answered
   */
  void look(Duration silence) {
    boolean known = longest.compareTo(NOTICED) > 0;
    if (!known && silence.compareTo(NOTICED) > 0) {
      said.accept(
          "The broker at %s does not answer; newer frames push out older ones until it does."
              .formatted(servers));
    }
    if (known && silence.compareTo(longest) < 0) {
      said.accept("The broker answers again, after %d s.".formatted(longest.toSeconds()));
    }
    longest = silence;
  }
}
