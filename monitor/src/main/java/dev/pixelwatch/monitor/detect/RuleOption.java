package dev.pixelwatch.monitor.detect;

import java.util.Optional;

/** The numbers that a file of rules may set, with defaults that work. */
public enum RuleOption {
  LEARN_SECONDS("learn-seconds", 5, 1, 3600, "How long a baseline is learned from a new stream."),
  FOLLOW_SECONDS(
      "follow-seconds",
      300,
      0,
      86_400,
      "Time constant with which a learned baseline follows slow changes of content; 0: never."),
  ACCEPT_AFTER_SECONDS(
      "accept-after-seconds",
      3600,
      0,
      604_800,
      "After so long a change is accepted as the new learned baseline; 0: never."),
  INTENSITY_STEP(
      "intensity-step", 0.1, 0.01, 1, "Smallest lasting change of an intensity that matters."),
  SCORE_STEP("score-step", 8, 0.5, 1000, "Smallest lasting change of the score that matters."),
  FALSE_ALARM_DAYS(
      "false-alarm-days",
      1000,
      1,
      1e9,
      "Mean days to a false alarm of one side of one of the 16 charts, by theory."),
  CUT_STEPS(
      "cut-steps",
      2,
      0,
      100,
      "How many steps a level may jump at a cut of the reference, where the content may be the"
          + " cause."),
  CLOSE_AFTER_SECONDS(
      "close-after-seconds", 2, 0, 3600, "How long all must be well before an alert closes."),
  FROZEN_SECONDS(
      "frozen-seconds",
      1,
      0.1,
      3600,
      "How long a side may repeat a picture while the other moves."),
  BLACK_SECONDS("black-seconds", 0.5, 0.1, 3600, "How long a side may be black."),
  BLACK_LEVEL("black-level", 24, 0, 255, "Luma code up to which every part of a picture is black."),
  CORRUPTION_STEP(
      "corruption-step", 0.15, 0.01, 1, "Rise of corruption in a single frame that matters."),
  EVENT_COUNT(
      "event-count", 3, 1, 1000, "So many lost, repeated or failed frames in a while matter."),
  EVENT_SECONDS("event-seconds", 10, 0.1, 3600, "The while that they are counted in."),
  LATENCY_SECONDS(
      "latency-seconds", 2, 0.01, 3600, "Time from publishing to score that is too long, live."),
  SIDE_LOST_SECONDS(
      "side-lost-seconds", 2, 0.1, 3600, "How long one side may come alone before it is lost.");

  private final String id;
  private final double defaultValue;
  private final double minimum;
  private final double maximum;
  private final String help;

  RuleOption(String id, double defaultValue, double minimum, double maximum, String help) {
    this.id = id;
    this.defaultValue = defaultValue;
    this.minimum = minimum;
    this.maximum = maximum;
    this.help = help;
  }

  /** The key in a file of rules. */
  public String id() {
    return id;
  }

  public double defaultValue() {
    return defaultValue;
  }

  public double minimum() {
    return minimum;
  }

  public double maximum() {
    return maximum;
  }

  /** What it does, in one sentence. */
  public String help() {
    return help;
  }

  /** The option with this {@link #id()}. */
  public static Optional<RuleOption> byId(String id) {
    for (RuleOption option : values()) {
      if (option.id.equals(id)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }
}
