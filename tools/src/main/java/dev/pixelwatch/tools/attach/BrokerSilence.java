package dev.pixelwatch.tools.attach;

import java.time.Duration;
import java.util.function.Consumer;

/** Says once that the broker does not answer, and once that it answers again. */
final class BrokerSilence {
  private static final Duration NOTICED = Duration.ofSeconds(5);

  private final String servers;
  private final String meanwhile;
  private final Consumer<String> said;
  private Duration longest = Duration.ZERO;

  /**
   * @param meanwhile what happens until it does
   */
  BrokerSilence(String servers, String meanwhile, Consumer<String> said) {
    this.servers = servers;
    this.meanwhile = meanwhile;
    this.said = said;
  }

  /**
   * Called now and then.
   *
   * @param silence for how long something has been under way and the broker has not answered
   */
  void look(Duration silence) {
    boolean known = longest.compareTo(NOTICED) > 0;
    if (!known && silence.compareTo(NOTICED) > 0) {
      said.accept(
          "The broker at %s does not answer; %s until it does.".formatted(servers, meanwhile));
    }
    if (known && silence.compareTo(longest) < 0) {
      said.accept("The broker answers again, after %d s.".formatted(longest.toSeconds()));
    }
    longest = silence;
  }
}
