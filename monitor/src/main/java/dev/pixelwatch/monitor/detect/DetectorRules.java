package dev.pixelwatch.monitor.detect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When alerts open and close, and which are muted. Immutable. */
public final class DetectorRules {
  /** For some streams and one type another step. */
  record Override(String stream, int quantity, double step) {}

  /** What is not told; null stands for any. */
  record Mute(String stream, String type, String kind) {}

  private static final double SECONDS_PER_DAY = 86_400;

  private final Map<RuleOption, Double> values;
  private final List<Override> overrides;
  private final List<Mute> mutes;
  private final Sensitivity sensitivity;

  DetectorRules(Map<RuleOption, Double> set, List<Override> overrides, List<Mute> mutes) {
    values = new EnumMap<>(RuleOption.class);
    for (RuleOption option : RuleOption.values()) {
      values.put(option, set.getOrDefault(option, option.defaultValue()));
    }
    this.overrides = List.copyOf(overrides);
    this.mutes = List.copyOf(mutes);
    sensitivity =
        new Sensitivity(
            get(RuleOption.INTENSITY_STEP),
            get(RuleOption.SCORE_STEP),
            get(RuleOption.FALSE_ALARM_DAYS) * SECONDS_PER_DAY);
  }

  /** The documented defaults, with nothing muted. */
  public static DetectorRules defaults() {
    return new DetectorRules(Map.of(), List.of(), List.of());
  }

  /** The value of an option. */
  public double get(RuleOption option) {
    return values.get(option);
  }

  Sensitivity sensitivity() {
    return sensitivity;
  }

  /** The smallest change that matters of each quantity of a stream; infinite where it is muted. */
  double[] steps(String stream) {
    double[] steps = new double[Quantity.COUNT];
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      steps[quantity] =
          isMuted(stream, null, Quantity.id(quantity))
              ? Double.POSITIVE_INFINITY
              : step(stream, quantity);
    }
    return steps;
  }

  private double step(String stream, int quantity) {
    return overrides.stream()
        .filter(o -> o.quantity() == quantity && matches(o.stream(), stream))
        .mapToDouble(Override::step)
        .findFirst()
        .orElse(sensitivity.step(quantity));
  }

  /**
   * Whether alerts of a kind are muted.
   *
   * @param kind null for those that are muted in every kind
   * @param type null if the alert has none
   */
  boolean isMuted(String stream, AlertKind kind, String type) {
    return mutes.stream()
        .anyMatch(
            mute ->
                (mute.stream() == null || matches(mute.stream(), stream))
                    && (mute.type() == null || mute.type().equals(type))
                    && (mute.kind() == null || kind != null && mute.kind().equals(kind.id())));
  }

  /** Whether a name fits a pattern in which * stands for any letters. */
  private static boolean matches(String pattern, String name) {
    String regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return name.matches(regex);
  }
}
