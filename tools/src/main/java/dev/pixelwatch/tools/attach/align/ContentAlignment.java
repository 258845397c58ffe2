package dev.pixelwatch.tools.attach.align;

import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.monitor.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the temporal offset by content, and looks again while running. An offset counts when two
 * estimates in a row agree; it is given up when two in a row agree on another, or when several in a
 * row find that the two sides have nothing to do with each other. A processed side that stands
 * still is no reason to doubt it: that is a fault for others to find.
 */
public final class ContentAlignment implements Alignment {
  private static final double WINDOW_SECONDS = 4;
  private static final double LEAST_SECONDS = 1.5;
  private static final double REACH_SECONDS = 10;

  /** Between two searches while there is no offset, and while there is one. */
  private static final double SEARCH_SECONDS = 0.5;

  private static final double CHECK_SECONDS = 2;

  /** Searches without success after which the sides count as not aligned. */
  private static final int PATIENCE = 24;

  private static final double LEAST_CONFIDENCE = 0.4;

  /** Correlation below which two moving pictures show different things. */
  private static final double UNRELATED = 0.2;

  private static final int UNRELATED_CHECKS = 3;

  private final double framesPerSecond;
  private final OffsetSearch search;
  private final Map<Side, ChangeTrack> tracks = new EnumMap<>(Side.class);
  private final Map<Side, Double> startsUs = new EnumMap<>(Side.class);
  private Standing standing = Standing.aligning("looking for the temporal offset");
  private Optional<Integer> candidate = Optional.empty();
  private long searchedAt;
  private int failures;
  private int unrelated;

  /**
   * @param framesPerSecond of both sides' positions
   */
  public ContentAlignment(double framesPerSecond) {
    this.framesPerSecond = framesPerSecond;
    search = new OffsetSearch(frames(WINDOW_SECONDS), Math.max(8, frames(LEAST_SECONDS)));
    for (Side side : Side.values()) {
      tracks.put(side, new ChangeTrack(frames(WINDOW_SECONDS + REACH_SECONDS)));
    }
  }

  @Override
  public void observe(Side side, LiveFrame frame) {
    if (frame.index() <= tracks.get(side).newest()) {
      return;
    }
    tracks.get(side).add(frame.index(), frame.picture());
    startsUs.put(side, frame.captureTimeUs() - frame.index() * 1e6 / framesPerSecond);
    boolean aligned = standing.state() == State.ALIGNED;
    int pause = Math.max(1, frames(aligned ? CHECK_SECONDS : SEARCH_SECONDS));
    if (side == Side.PROCESSED && frame.index() - searchedAt >= pause) {
      searchedAt = frame.index();
      search();
    }
  }

  private void search() {
    if (startsUs.size() < Side.values().length) {
      return;
    }
    // What was captured at the same time is the middle of the offsets that are looked at.
    double apartUs = startsUs.get(Side.REFERENCE) - startsUs.get(Side.PROCESSED);
    int middle = (int) Math.round(apartUs * framesPerSecond / 1e6);
    int reach = frames(REACH_SECONDS);
    search
        .best(
            tracks.get(Side.REFERENCE), tracks.get(Side.PROCESSED), middle - reach, middle + reach)
        .ifPresent(this::judge);
  }

  private void judge(OffsetSearch.Estimate estimate) {
    boolean sure = estimate.moving() && estimate.confidence() >= LEAST_CONFIDENCE;
    if (standing.state() == State.ALIGNED) {
      doubt(estimate, sure);
      return;
    }
    if (sure && candidate.equals(of(estimate))) {
      settle(estimate);
      return;
    }
    candidate = sure ? of(estimate) : Optional.empty();
    failures++;
    if (failures >= PATIENCE && !sure) {
      standing = Standing.unaligned(reason(estimate), Optional.of(estimate.confidence()));
    }
  }

  private void doubt(OffsetSearch.Estimate estimate, boolean sure) {
    int offset = standing.offset().orElseThrow();
    OffsetSearch.Estimate here =
        search.at(tracks.get(Side.REFERENCE), tracks.get(Side.PROCESSED), offset);
    boolean agreed = estimate.offset() == offset || candidate.equals(of(estimate));
    if (sure && agreed) {
      settle(estimate);
    } else if (sure && here.moving()) {
      candidate = of(estimate);
    } else if (here.moving() && here.correlation() < UNRELATED) {
      unrelated++;
      if (unrelated >= UNRELATED_CHECKS) {
        restart();
        failures = PATIENCE;
        standing = Standing.unaligned(reason(here), Optional.of(estimate.confidence()));
      }
    } else {
      unrelated = 0;
    }
  }

  private static Optional<Integer> of(OffsetSearch.Estimate estimate) {
    return Optional.of(estimate.offset());
  }

  private void settle(OffsetSearch.Estimate estimate) {
    standing = Standing.aligned(estimate.offset(), Optional.of(estimate.confidence()));
    candidate = of(estimate);
    failures = 0;
    unrelated = 0;
  }

  private static String reason(OffsetSearch.Estimate estimate) {
    if (!estimate.moving()) {
      return "too little moves in the picture to find the temporal offset by content";
    }
    return estimate.correlation() < LEAST_CONFIDENCE
        ? "the two pictures do not change alike"
        : "several temporal offsets fit equally well";
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public OptionalLong number(Side side, LiveFrame frame) {
    if (standing.state() != State.ALIGNED) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        side == Side.REFERENCE ? frame.index() : frame.index() - standing.offset().orElseThrow());
  }

  @Override
  public void restart() {
    tracks.values().forEach(ChangeTrack::clear);
    startsUs.clear();
    standing = Standing.aligning("looking for the temporal offset");
    candidate = Optional.empty();
    searchedAt = 0;
    failures = 0;
    unrelated = 0;
  }

  private int frames(double seconds) {
    return (int) Math.round(seconds * framesPerSecond);
  }
}
