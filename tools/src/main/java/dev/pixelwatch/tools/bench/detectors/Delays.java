package dev.pixelwatch.tools.bench.detectors;

import java.util.List;

/**
 * How soon a change was found.
 *
 * @param change what was done, in words
 * @param trials streams it was done to
 * @param found how many raised an alert of the right type within the time given
 * @param medianFrames frames from the beginning of the change to the alert, over those found; NaN
 *     if none was
 * @param p95Frames 95 % took no longer
 * @param withinSecond share of all trials found within 30 frames
 */
public record Delays(
    String change,
    int trials,
    int found,
    double medianFrames,
    double p95Frames,
    double withinSecond) {

  static Delays of(Change change, int trials, List<Long> delays) {
    List<Long> sorted = delays.stream().sorted().toList();
    long soon = sorted.stream().filter(d -> d <= SimulatedStream.RATE).count();
    return new Delays(
        change.inWords(),
        trials,
        sorted.size(),
        percentile(sorted, 0.5),
        percentile(sorted, 0.95),
        (double) soon / trials);
  }

  private static double percentile(List<Long> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }
}
