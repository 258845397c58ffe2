package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.DistortionMap;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps the maps of the last second or two of one stream, and finds the place that changed: the
 * connected cells in which the type rose by at least half of its largest rise against the maps
 * before.
 */
public final class RegionFinder {
  private static final int KEPT = 48;
  private static final double SHARE = 0.5;
  private static final int FEWEST_BEFORE = 4;
  private static final double LEVELS = 127;

  private final ArrayDeque<DistortionMap> maps = new ArrayDeque<>();

  /** Adds the map of a frame; they may come out of order. */
  public void add(DistortionMap map) {
    maps.addLast(map);
    if (maps.size() > KEPT) {
      maps.removeFirst();
    }
  }

  /**
   * The place.
   *
   * @param width luma pixels of the frame
   * @param height as width
   * @return null if no map is at hand or nothing stands out
   */
  public Box find(String type, int direction, long fromFrame, int width, int height) {
    if (maps.isEmpty()) {
      return null;
    }
    int rows = maps.peekLast().getRows();
    int columns = maps.peekLast().getColumns();
    double[] before = new double[rows * columns];
    double[] after = new double[rows * columns];
    int countBefore = 0;
    int countAfter = 0;
    for (DistortionMap map : maps) {
      if (map.getRows() != rows || map.getColumns() != columns) {
        continue;
      }
      boolean isAfter = map.getFrameNumber() >= fromFrame;
      add(map, type, isAfter ? after : before);
      countAfter += isAfter ? 1 : 0;
      countBefore += isAfter ? 0 : 1;
    }
    if (countAfter == 0) {
      return null;
    }
    // The score falls where distortions rise.
    int sign = type.equals(Alert.SCORE) ? -direction : direction;
    for (int i = 0; i < after.length; i++) {
      double usual = countBefore < FEWEST_BEFORE ? 0 : before[i] / countBefore;
      after[i] = sign * (after[i] / countAfter - usual);
    }
    return box(after, rows, columns, width, height);
  }

  private static void add(DistortionMap map, String type, double[] sums) {
    int cells = sums.length;
    ByteBuffer bytes = map.getValues();
    if (!type.equals(Alert.SCORE)) {
      int channel = map.getTypes().indexOf(type);
      for (int i = 0; channel >= 0 && i < cells; i++) {
        sums[i] += intensity(bytes, channel * cells + i);
      }
      return;
    }
    for (int channel = 0; channel < DistortionType.EXPOSURE.ordinal(); channel++) {
      for (int i = 0; i < cells; i++) {
        sums[i] += Math.abs(intensity(bytes, channel * cells + i));
      }
    }
  }

  private static double intensity(ByteBuffer bytes, int index) {
    return ((bytes.get(bytes.position() + index) & 0xff) - LEVELS) / LEVELS;
  }

  private static Box box(double[] rise, int rows, int columns, int width, int height) {
    double peak = 0;
    for (double value : rise) {
      peak = Math.max(peak, value);
    }
    if (peak <= 0) {
      return null;
    }
    boolean[] seen = new boolean[rise.length];
    Patch best = null;
    for (int cell = 0; cell < rise.length; cell++) {
      if (!seen[cell] && rise[cell] >= SHARE * peak) {
        Patch patch = patch(cell, rise, SHARE * peak, seen, columns);
        best = best == null || patch.sum > best.sum ? patch : best;
      }
    }
    return best == null ? null : best.box(width, height);
  }

  private static Patch patch(int start, double[] rise, double least, boolean[] seen, int columns) {
    Patch patch = new Patch();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(start);
    seen[start] = true;
    while (!open.isEmpty()) {
      int cell = open.pop();
      int column = cell % columns;
      patch.add(cell / columns, column, rise[cell]);
      int[] neighbours = {
        cell - columns,
        cell + columns,
        column > 0 ? cell - 1 : -1,
        column < columns - 1 ? cell + 1 : -1
      };
      for (int next : neighbours) {
        if (next >= 0 && next < rise.length && !seen[next] && rise[next] >= least) {
          seen[next] = true;
          open.push(next);
        }
      }
    }
    return patch;
  }

  private static final class Patch {
    private int top = Integer.MAX_VALUE;
    private int left = Integer.MAX_VALUE;
    private int bottom;
    private int right;
    private double sum;

    void add(int row, int column, double rise) {
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
      sum += rise;
    }

    Box box(int width, int height) {
      int cell = dev.pixelwatch.core.DistortionMap.CELL;
      int x = left * cell;
      int y = top * cell;
      int farX = Math.min(width, (right + 1) * cell);
      int farY = Math.min(height, (bottom + 1) * cell);
      return new Box(x, y, Math.max(1, farX - x), Math.max(1, farY - y));
    }
  }
}
