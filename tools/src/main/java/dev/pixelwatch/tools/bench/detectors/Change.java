package dev.pixelwatch.tools.bench.detectors;

import java.util.Locale;

/**
 * What happens to one intensity of a stream.
 *
 * @param shape how it comes
 * @param size of the change, signed intensity
 * @param frames how long it takes to rise, or to last
 */
record Change(Shape shape, double size, int frames) {
  enum Shape {
    /** At once, and for good. */
    STEP,
    /** Slowly, and for good. */
    RAMP,
    /** At once, and gone again. */
    SPIKE
  }

  /** What is added so many frames after the beginning. */
  double at(long since) {
    return switch (shape) {
      case STEP -> size;
      case RAMP -> size * Math.min(1, (since + 1.0) / frames);
      case SPIKE -> since < frames ? size : 0;
    };
  }

  String inWords() {
    return switch (shape) {
      case STEP -> String.format(Locale.ROOT, "step of %.2f", size);
      case RAMP ->
          String.format(Locale.ROOT, "ramp to %.2f in %d s", size, frames / SimulatedStream.RATE);
      case SPIKE -> String.format(Locale.ROOT, "spike of %.2f, %d frames", size, frames);
    };
  }
}
