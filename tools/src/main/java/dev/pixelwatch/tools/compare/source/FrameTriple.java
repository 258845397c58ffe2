package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.Picture;
import java.util.Optional;

/**
 * A frame of the reference and what two builds made of it; what is not there is empty.
 *
 * @param number frame number
 * @param timeUs capture time in microseconds
 */
public record FrameTriple(
    long number,
    long timeUs,
    Optional<Picture> reference,
    Optional<Picture> a,
    Optional<Picture> b) {
  /** Whether nothing is missing. */
  public boolean isWhole() {
    return reference.isPresent() && a.isPresent() && b.isPresent();
  }
}
