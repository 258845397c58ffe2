package dev.pixelwatch.media;

import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Frames per second as a fraction, such as 30000/1001.
 *
 * @param numerator frames, positive
 * @param denominator seconds, positive
 */
public record FrameRate(int numerator, int denominator) {
  /**
   * @throws IllegalArgumentException if a part is not positive
   */
  public FrameRate {
    if (numerator < 1 || denominator < 1) {
      throw new IllegalArgumentException(
          "a frame rate of " + numerator + "/" + denominator + " is not positive");
    }
  }

  /** A whole number of frames per second. */
  public static FrameRate of(int framesPerSecond) {
    return new FrameRate(framesPerSecond, 1);
  }

  /** Frames per second. */
  public double perSecond() {
    return (double) numerator / denominator;
  }

  /** Time from the first frame to the frame with this number, rounded to microseconds. */
  public long timeUs(long number) {
    return Math.round(number * 1e6 * denominator / numerator);
  }

  /** Frames per second as FFmpeg wants them; the caller closes it. */
  AVRational rational() {
    return new AVRational().num(numerator).den(denominator);
  }

  /** Seconds per frame, the time base in which time stamps are frame numbers. */
  AVRational timeBase() {
    return new AVRational().num(denominator).den(numerator);
  }

  @Override
  public String toString() {
    return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
  }
}
