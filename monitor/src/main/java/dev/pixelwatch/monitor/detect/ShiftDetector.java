package dev.pixelwatch.monitor.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lasting changes of the 15 intensities and the score of one stream, each on a chart of its own,
 * and told as one event when several change together. What it remembers is in its fields.
 *
 * <p>At a cut of the reference the content changes, and with it what a stage does to it. There a
 * learned baseline moves to the level of the new scene unless the jump is larger than any that
 * content is expected to make; so a smaller change that falls on a cut is not found. A pinned
 * baseline never moves.
 */
final class ShiftDetector {
  /** Mean change of the thumbnail's cells at a cut, in luma codes. */
  private static final double CUT = 14;

  private static final double SETTLE_SECONDS = 0.6;
  private static final double GATHER_SECONDS = 0.25;
  private static final double JOIN_SECONDS = 2;

  /** A change of less than this share of one that is told already is taken for a part of it. */
  private static final double MINOR = 1 / 3.0;

  private static final double SLOW_SECONDS = 1;
  private static final double LONGEST_GAP_SECONDS = 0.25;

  List<double[]> learning = new ArrayList<>();
  long learningSinceUs;
  ShiftChart[] charts;

  /** Names the baseline that was pinned when the charts began, or is empty. */
  String pinned = "";

  List<Episode> episodes = new ArrayList<>();
  long lastUs = Long.MIN_VALUE;
  double spacing;
  byte[] lastReference = {};
  double settleLeft;
  double[] settleSum;
  double settleSeconds;

  /** Adds a pair, in the order of frame numbers. */
  void add(Observation o, StreamContext context) {
    pin(context.baseline());
    double seconds = advance(o.timeUs());
    boolean cut = isCut(o.reference());
    if (charts == null) {
      learn(o, context.rules());
      return;
    }
    if (cut && context.baseline() == null) {
      startSettling();
    }
    chart(o, seconds, context);
    settle(o, seconds, context);
    tellOrJoin(o, context);
    accept(o, context);
  }

  /** Where a quantity lies above its baseline now; 0 while that is being learned. */
  double deviation(int quantity, double value) {
    return charts == null ? 0 : value - charts[quantity].mean;
  }

  double level(int quantity) {
    return charts[quantity].mean;
  }

  private void pin(Baseline baseline) {
    String name = baseline == null ? "" : baseline.build() + "/" + baseline.hashCode();
    if (name.equals(pinned)) {
      return;
    }
    pinned = name;
    charts = null;
    episodes.clear();
    if (baseline != null) {
      begin(baseline.levels(), 0);
    }
  }

  private void begin(List<Baseline.Level> levels, double seconds) {
    charts = levels.stream().map(level -> ShiftChart.at(level, seconds)).toArray(ShiftChart[]::new);
    learning.clear();
  }

  private double advance(long timeUs) {
    double seconds = lastUs == Long.MIN_VALUE ? 0 : (timeUs - lastUs) / 1e6;
    lastUs = timeUs;
    if (seconds <= 0) {
      return spacing;
    }
    double bounded = Math.min(seconds, LONGEST_GAP_SECONDS);
    spacing = spacing == 0 ? bounded : spacing + (bounded - spacing) * 0.1;
    return bounded;
  }

  private boolean isCut(byte[] reference) {
    boolean cut =
        Thumbnails.areKnown(lastReference, reference)
            && Thumbnails.meanChange(lastReference, reference) > CUT;
    lastReference = reference;
    return cut;
  }

  private void learn(Observation o, DetectorRules rules) {
    if (learning.isEmpty()) {
      learningSinceUs = o.timeUs();
    }
    learning.add(o.values());
    double seconds = (o.timeUs() - learningSinceUs) / 1e6;
    if (learning.size() >= BaselineLearner.FEWEST
        && seconds >= rules.get(RuleOption.LEARN_SECONDS)) {
      begin(BaselineLearner.learn(learning, seconds / (learning.size() - 1)), seconds);
    }
  }

  private void startSettling() {
    settleLeft = SETTLE_SECONDS;
    settleSum = new double[Quantity.COUNT];
    settleSeconds = 0;
  }

  private void chart(Observation o, double seconds, StreamContext context) {
    double follow = context.baseline() == null ? context.get(RuleOption.FOLLOW_SECONDS) : 0;
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      ShiftChart chart = charts[quantity];
      double step = context.steps()[quantity];
      if (Double.isInfinite(step)) {
        continue;
      }
      double value = o.values()[quantity];
      if (settleLeft > 0 && chart.direction == 0) {
        settleSum[quantity] += value * seconds;
        chart.settle();
        continue;
      }
      Sensitivity sensitivity = context.rules().sensitivity();
      if (chart.add(value, seconds, spacing, o.frame(), o.timeUs(), step, sensitivity)) {
        join(quantity, o, context);
      }
      chart.follow(value, seconds, follow);
      if (chart.isBack(o.frame(), o.timeUs(), step, closeAfter(quantity, context))) {
        back(quantity, o, context, "");
      }
    }
  }

  /** What has no alert of its own need not wait: the next time may be another fault. */
  private double closeAfter(int quantity, StreamContext context) {
    double seconds = context.get(RuleOption.CLOSE_AFTER_SECONDS);
    boolean leads = episodes.stream().anyMatch(episode -> episode.lead == quantity);
    return leads ? seconds : Math.min(GATHER_SECONDS, seconds);
  }

  /** After a cut: the level of the new scene becomes the baseline, if it is not too far away. */
  private void settle(Observation o, double seconds, StreamContext context) {
    if (settleLeft <= 0) {
      return;
    }
    settleSeconds += seconds;
    settleLeft -= seconds;
    if (settleLeft > 0 || settleSeconds <= 0) {
      return;
    }
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      double level = settleSum[quantity] / settleSeconds;
      double allowed = context.get(RuleOption.CUT_STEPS) * context.steps()[quantity];
      ShiftChart chart = charts[quantity];
      boolean muted = Double.isInfinite(context.steps()[quantity]);
      if (!muted && chart.direction == 0 && Math.abs(level - chart.mean) <= allowed) {
        chart.moveTo(level, settleSeconds);
      }
    }
  }

  private void join(int quantity, Observation o, StreamContext context) {
    for (Episode episode : episodes) {
      double strength = strength(episode.lead, context);
      boolean together = o.timeUs() - episode.crossedUs <= JOIN_SECONDS * 1e6;
      boolean grows = strength > episode.growth + 0.5;
      boolean partly = isPart(quantity, o, episode, context);
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
  private boolean isPart(int quantity, Observation o, Episode episode, StreamContext context) {
    ShiftChart chart = charts[quantity];
    double now = Math.abs(o.values()[quantity] - chart.mean) / context.steps()[quantity];
    double share = Math.max(now, strength(quantity, context)) / strength(episode.lead, context);
    long apartUs = Math.abs(chart.changeTimeUs() - charts[episode.lead].changeTimeUs());
    boolean slow = o.timeUs() - chart.changeTimeUs() >= SLOW_SECONDS * 1e6;
    return slow && share < (apartUs <= JOIN_SECONDS * 1e6 ? 1 : MINOR);
  }

  private double strength(int quantity, StreamContext context) {
    return Math.abs(charts[quantity].deviationNow()) / context.steps()[quantity];
  }

  private void tellOrJoin(Observation o, StreamContext context) {
    for (Episode episode : episodes) {
      ShiftChart lead = charts[episode.lead];
      if (o.timeUs() - episode.crossedUs <= JOIN_SECONDS * 1e6) {
        episode.growth = Math.max(episode.growth, strength(episode.lead, context));
      }
      episode.see(o.frame(), lead.direction * (o.values()[episode.lead] - lead.mean));
      if (!episode.told && o.timeUs() - episode.crossedUs >= GATHER_SECONDS * 1e6) {
        tell(episode, o, context);
      }
    }
  }

  private void tell(Episode episode, Observation o, StreamContext context) {
    List<Integer> byStrength =
        episode.members.stream()
            .sorted(Comparator.comparingDouble((Integer q) -> -strength(q, context)))
            .toList();
    int lead =
        byStrength.stream().filter(q -> q != Quantity.SCORE).findFirst().orElse(Quantity.SCORE);
    List<Integer> others = byStrength.stream().filter(q -> q != lead).toList();
    episode.lead = lead;
    episode.told = true;
    episode.growth = strength(lead, context);
    ShiftChart chart = charts[lead];
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

  private void back(int quantity, Observation o, StreamContext context, String why) {
    ShiftChart chart = charts[quantity];
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
  private void accept(Observation o, StreamContext context) {
    double seconds = context.get(RuleOption.ACCEPT_AFTER_SECONDS);
    if (seconds == 0 || context.baseline() != null) {
      return;
    }
    for (Episode episode : List.copyOf(episodes)) {
      if (o.timeUs() - episode.crossedUs > seconds * 1e6) {
        for (int member : episode.members) {
          ShiftChart chart = charts[member];
          double level = chart.current();
          if (chart.direction != 0) {
            back(member, o, context, "It has lasted so long that it counts as normal now.");
            chart.moveTo(level, SETTLE_SECONDS);
          }
        }
      }
    }
  }
}
