package dev.pixelwatch.monitor.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * One event in the stage: the quantities that left their baselines together. The strongest type
 * leads, and one alert tells of it.
 */
final class Episode {
  int lead;
  List<Integer> members = new ArrayList<>();
  long crossedUs;
  boolean told;
  AlertKind kind;

  /** Size of the lead's deviation, in steps, when the last member joined. */
  double growth;

  long bestFrame;
  double bestDeviation;

  static Episode of(int quantity, long timeUs) {
    Episode episode = new Episode();
    episode.lead = quantity;
    episode.members.add(quantity);
    episode.crossedUs = timeUs;
    return episode;
  }

  /** Remembers the frame that shows the change best. */
  void see(long frame, double deviation) {
    if (deviation > bestDeviation) {
      bestDeviation = deviation;
      bestFrame = frame;
    }
  }
}
