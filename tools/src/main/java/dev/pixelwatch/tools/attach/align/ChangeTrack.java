package dev.pixelwatch.tools.attach.align;

import dev.pixelwatch.core.Picture;
import java.util.Arrays;

/**
 * How the signature of one side changed from frame to frame, for the newest positions. A position
 * that has no frame, or none before it, has no change.
 */
final class ChangeTrack {
  private final float[][] changes;
  private final double[] energies;
  private long newest = -1;
  private float[] last;

  ChangeTrack(int length) {
    changes = new float[length][];
    energies = new double[length];
  }

  /**
   * Takes the next frame.
   *
   * @param position larger than all before
   */
  void add(long position, Picture picture) {
    float[] signature = Signature.of(picture);
    boolean follows = last != null && position == newest + 1;
    for (long p = Math.max(newest + 1, position - changes.length + 1); p < position; p++) {
      changes[slot(p)] = null;
    }
    changes[slot(position)] = follows ? difference(signature, last) : null;
    if (follows) {
      energies[slot(position)] = dot(changes[slot(position)], changes[slot(position)]);
    }
    last = signature;
    newest = position;
  }

  void clear() {
    Arrays.fill(changes, null);
    last = null;
    newest = -1;
  }

  long newest() {
    return newest;
  }

  /** The oldest position that is still kept. */
  long oldest() {
    return Math.max(0, newest - changes.length + 1);
  }

  boolean has(long position) {
    return position >= oldest() && position <= newest && changes[slot(position)] != null;
  }

  /** The change at a position that {@link #has} one. */
  float[] at(long position) {
    return changes[slot(position)];
  }

  /** Sum of squares of the change at a position that {@link #has} one. */
  double energy(long position) {
    return energies[slot(position)];
  }

  private int slot(long position) {
    return (int) Math.floorMod(position, (long) changes.length);
  }

  static double dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static float[] difference(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }
}
