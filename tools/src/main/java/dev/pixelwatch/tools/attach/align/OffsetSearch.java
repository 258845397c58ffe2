package dev.pixelwatch.tools.attach.align;

import java.util.Optional;

/**
 * Finds the temporal offset of two captures of one scene: the normalised cross-correlation of how
 * their signatures change from frame to frame, over a window, for every offset in reach. What both
 * captures do not share (gain, offset, blur, noise) hardly changes where its peak lies.
 */
final class OffsetSearch {
  /** Mean change of a cell per frame, in grey levels, below which nothing moves. */
  private static final double STILL = 0.05;

  /** By how much the correlation must rise again beside the peak to belong to another one. */
  private static final double VALLEY = 0.02;

  private final int window;
  private final int least;

  /**
   * What was found.
   *
   * @param offset processed position less reference position
   * @param correlation at the offset, -1..1
   * @param confidence 0..1: the correlation, less as the second highest peak comes near
   * @param moving whether both sides change enough for the correlation to mean something
   */
  record Estimate(int offset, double correlation, double confidence, boolean moving) {}

  /**
   * @param window frames that are compared
   * @param least fewest frames that both sides must share
   */
  OffsetSearch(int window, int least) {
    this.window = window;
    this.least = least;
  }

  /** The best offset from {@code from} to {@code to}; nothing while there are too few frames. */
  Optional<Estimate> best(ChangeTrack reference, ChangeTrack processed, int from, int to) {
    Sums[] sums = new Sums[to - from + 1];
    int best = -1;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums(reference, processed, from + i);
      if (sums[i].frames >= least
          && (best < 0 || sums[i].correlation() > sums[best].correlation())) {
        best = i;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    double peak = sums[best].correlation();
    double second = Math.max(0, secondPeak(sums, best));
    double margin = peak <= 0 ? 0 : (peak - second) / peak;
    double confidence = Math.max(0, peak) * Math.min(1, 2 * margin);
    return Optional.of(new Estimate(from + best, peak, confidence, sums[best].isMoving()));
  }

  /** How well one offset fits of late; its confidence is not asked for. */
  Estimate at(ChangeTrack reference, ChangeTrack processed, int offset) {
    Sums sums = sums(reference, processed, offset);
    return new Estimate(offset, sums.correlation(), 0, sums.frames >= least && sums.isMoving());
  }

  private Sums sums(ChangeTrack reference, ChangeTrack processed, int offset) {
    Sums sums = new Sums();
    long newest = Math.min(reference.newest(), processed.newest() - offset);
    long oldest = Math.max(reference.oldest(), processed.oldest() - offset);
    for (long p = newest; p >= oldest && p > newest - window; p--) {
      if (reference.has(p) && processed.has(p + offset)) {
        sums.frames++;
        sums.product += ChangeTrack.dot(reference.at(p), processed.at(p + offset));
        sums.referenceEnergy += reference.energy(p);
        sums.processedEnergy += processed.energy(p + offset);
      }
    }
    return sums;
  }

  /** The highest correlation beyond the valleys to the left and right of the peak. */
  private double secondPeak(Sums[] sums, int best) {
    return Math.max(beyond(sums, best, -1), beyond(sums, best, 1));
  }

  private double beyond(Sums[] sums, int best, int step) {
    double lowest = sums[best].correlation();
    double highest = -1;
    for (int i = best + step; i >= 0 && i < sums.length; i += step) {
      if (sums[i].frames < least) {
        continue;
      }
      double here = sums[i].correlation();
      lowest = Math.min(lowest, here);
      if (here > lowest + VALLEY) {
        highest = Math.max(highest, here);
      }
    }
    return highest;
  }

  private static final class Sums {
    private int frames;
    private double product;
    private double referenceEnergy;
    private double processedEnergy;

    double correlation() {
      double norm = Math.sqrt(referenceEnergy * processedEnergy);
      return norm > 0 ? product / norm : 0;
    }

    boolean isMoving() {
      return change(referenceEnergy) > STILL && change(processedEnergy) > STILL;
    }

    private double change(double energy) {
      return Math.sqrt(energy / frames / Signature.LENGTH);
    }
  }
}
