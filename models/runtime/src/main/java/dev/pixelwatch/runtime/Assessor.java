package dev.pixelwatch.runtime;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Picture;

/** Assesses pairs of pictures, one at a time. Used by one thread. */
public interface Assessor extends AutoCloseable {
  /**
   * Compares two pictures.
   *
   * @return a map of {@code ceil(height / 16) x ceil(width / 16)} cells and a score; exactly 0.5
   *     everywhere and 0 for identical pictures; mirrored and negated when the pair is swapped
   * @throws IllegalArgumentException if the sizes differ
   */
  Assessment assess(Picture reference, Picture processed);

  @Override
  default void close() {}
}
