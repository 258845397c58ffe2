package dev.pixelwatch.monitor.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the detectors of all streams are told by the user. Immutable.
 *
 * @param rules when alerts open and close
 * @param baselines pinned ones; each is for the stream of its name, or for all others if that is *
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

  /** Whether baselines are pinned, but none that this stream can be compared with. */
  public boolean passesOver(String stream) {
    return !baselines.isEmpty() && baseline(stream) == null;
  }

  /** The pinned baseline of a stream, its own rather than one for all, or null. */
  Baseline baseline(String stream) {
    return named(stream).or(() -> named(ANY)).orElse(null);
  }

  private Optional<Baseline> named(String name) {
    return baselines.stream().filter(baseline -> baseline.stream().equals(name)).findFirst();
  }
}
