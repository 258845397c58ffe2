package dev.pixelwatch.monitor.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is going on in a stream: quantities that have left their baselines, gathered into episodes,
 * each of which is told by one alert. What it remembers is in its field.
 */
final class Episodes {
  private static final double GATHER_SECONDS = 0.25;
  private static final double JOIN_SECONDS = 2;

  /** A change of less than this share of one that is told already is taken for a part of it. */
  private static final double MINOR = 1 / 3.0;

  private static final double SLOW_SECONDS = 1;

  List<Episode> episodes = new ArrayList<>();

  void clear() {
    episodes.clear();
  }

  /** What has no alert of its own need not wait: the next time may be another fault. */
  double closeAfter(int quantity, StreamContext context) {
    double seconds = context.get(RuleOption.CLOSE_AFTER_SECONDS);
    boolean leads = episodes.stream().anyMatch(episode -> episode.lead == quantity);
    return leads ? seconds : Math.min(GATHER_SECONDS, seconds);
  }

  /** A quantity has left its baseline: it joins an episode, or begins one. */
  void join(int quantity, Observation o, ShiftCharts charts, StreamContext context) {
    for (Episode episode : episodes) {
      double strength = charts.strength(episode.lead, context);
      boolean together = o.timeUs() - episode.crossedUs <= JOIN_SECONDS * 1e6;
      boolean grows = strength > episode.growth + 0.5;
      boolean partly = isPart(quantity, o, episode, charts, context);
      if (!episode.told || together || grows || partly || episode.members.contains(quantity)) {
        if (!episode.members.contains(quantity)) {
          episode.members.add(quantity);
        }
        episode.growth = Math.max(episode.growth, strength);
        return;
      }
    }
    episodes.add(Episode.of(quantity, o.timeUs()));
  }

  /**
   * A small change takes longer to be sure of than a large one that it came with or followed from.
   * One that is large in the present frame is a fault of its own.
   */
  private static boolean isPart(
      int quantity, Observation o, Episode episode, ShiftCharts charts, StreamContext context) {
    ShiftChart chart = charts.of(quantity);
    double now = Math.abs(o.values()[quantity] - chart.mean) / context.steps()[quantity];
    double share =
        Math.max(now, charts.strength(quantity, context)) / charts.strength(episode.lead, context);
    long apartUs = Math.abs(chart.changeTimeUs() - charts.of(episode.lead).changeTimeUs());
    boolean slow = o.timeUs() - chart.changeTimeUs() >= SLOW_SECONDS * 1e6;
    return slow && share < (apartUs <= JOIN_SECONDS * 1e6 ? 1 : MINOR);
  }

  /** Tells of what has gathered for long enough, and looks for the frame that shows it best. */
  void tell(Observation o, ShiftCharts charts, StreamContext context) {
    for (Episode episode : episodes) {
      ShiftChart lead = charts.of(episode.lead);
      if (o.timeUs() - episode.crossedUs <= JOIN_SECONDS * 1e6) {
        episode.growth = Math.max(episode.growth, charts.strength(episode.lead, context));
      }
      episode.see(o.frame(), lead.direction * (o.values()[episode.lead] - lead.mean));
      if (!episode.told && o.timeUs() - episode.crossedUs >= GATHER_SECONDS * 1e6) {
        tell(episode, o, charts, context);
      }
    }
  }

  private static void tell(
      Episode episode, Observation o, ShiftCharts charts, StreamContext context) {
    List<Integer> byStrength =
        episode.members.stream()
            .sorted(Comparator.comparingDouble((Integer q) -> -charts.strength(q, context)))
            .toList();
    int lead =
        byStrength.stream().filter(q -> q != Quantity.SCORE).findFirst().orElse(Quantity.SCORE);
    List<Integer> others = byStrength.stream().filter(q -> q != lead).toList();
    episode.lead = lead;
    episode.told = true;
    episode.growth = charts.strength(lead, context);
    ShiftChart chart = charts.of(lead);
    boolean worse = Quantity.isWorse(lead, chart.mean, chart.current());
    episode.kind = worse ? AlertKind.REGRESSION : AlertKind.IMPROVEMENT;
    if (context.book().isOpen(AlertKind.CORRUPTION, CorruptionDetector.TYPE)
        && episode.members.contains(CorruptionDetector.QUANTITY)) {
      return;
    }
    String type = Quantity.id(lead);
    context.open(
        new AlertBook.Opening(
            episode.kind,
            type,
            chart.direction,
            chart.changeFrame(),
            chart.changeTimeUs(),
            chart.mean,
            chart.current(),
            context.region().of(type, chart.direction, chart.changeFrame()),
            evidence(episode, o),
            ShiftMessages.of(lead, others, charts)));
  }

  private static List<Long> evidence(Episode episode, Observation o) {
    return episode.bestFrame == o.frame() || episode.bestDeviation == 0
        ? List.of(o.frame())
        : List.of(episode.bestFrame, o.frame());
  }

  /**
   * A quantity is back: its alert closes.
   *
   * @param why a sentence for the alert, or empty
   */
  void back(int quantity, Observation o, ShiftCharts charts, StreamContext context, String why) {
    ShiftChart chart = charts.of(quantity);
    long frame = chart.backSinceUs == 0 ? o.frame() : chart.backFrame;
    long timeUs = chart.backSinceUs == 0 ? o.timeUs() : chart.backSinceUs;
    chart.settle();
    for (Episode episode : List.copyOf(episodes)) {
      if (episode.lead == quantity) {
        if (episode.told) {
          context
              .book()
              .close(episode.kind, Quantity.id(quantity), frame, timeUs, chart.current(), why);
        }
        episodes.remove(episode);
      } else {
        // When it leaves again that is news.
        episode.members.remove((Integer) quantity);
      }
    }
  }

  /** What has been so for very long is how the stream is now. */
  void accept(Observation o, ShiftCharts charts, StreamContext context) {
    double seconds = context.get(RuleOption.ACCEPT_AFTER_SECONDS);
    if (seconds == 0 || context.baseline() != null) {
      return;
    }
    for (Episode episode : List.copyOf(episodes)) {
      if (o.timeUs() - episode.crossedUs > seconds * 1e6) {
        for (int member : List.copyOf(episode.members)) {
          ShiftChart chart = charts.of(member);
          double level = chart.current();
          if (chart.direction != 0) {
            back(member, o, charts, context, "It has lasted so long that it counts as normal now.");
            charts.acceptLevel(member, level);
          }
        }
      }
    }
  }
}
