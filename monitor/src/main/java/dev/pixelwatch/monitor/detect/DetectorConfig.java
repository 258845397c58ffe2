package dev.pixelwatch.monitor.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * What the detectors of all streams are told by the user. Immutable.
 *
 * @param rules when alerts open and close
 * @param baselines pinned ones; each is for the stream of its name, or for all streams if that is *
 * @param live whether the streams are watched as they happen, so that lateness is a fault
 */
public record DetectorConfig(DetectorRules rules, List<Baseline> baselines, boolean live) {
  private static final String ANY = "*";

  public DetectorConfig {
    baselines = List.copyOf(baselines);
  }

  /** Default rules, and baselines learned from each stream. */
  public static DetectorConfig defaults() {
    return new DetectorConfig(DetectorRules.defaults(), List.of(), false);
  }

  /** The same with other rules. */
  public DetectorConfig withRules(DetectorRules other) {
    return new DetectorConfig(other, baselines, live);
  }

  /** The same with one more pinned baseline. */
  public DetectorConfig withBaseline(Baseline baseline) {
    List<Baseline> all = new ArrayList<>(baselines);
    all.add(baseline);
    return new DetectorConfig(rules, all, live);
  }

  /** The same for streams that happen now, or not. */
  public DetectorConfig withLive(boolean isLive) {
    return new DetectorConfig(rules, baselines, isLive);
  }

  /** The pinned baseline of a stream, or null. */
  Baseline baseline(String stream) {
    return baselines.stream()
        .filter(b -> b.stream().equals(stream) || b.stream().equals(ANY))
        .findFirst()
        .orElse(null);
  }
}
