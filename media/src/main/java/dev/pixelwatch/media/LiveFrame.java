package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;

/**
 * One frame of a live input.
 *
 * @param picture its samples
 * @param index position in time in steps of the frame rate, counted from 0 at the first frame; a
 *     frame that is missing leaves a gap
 * @param timeUs time in microseconds since the first frame by the input's own time stamps, always
 *     growing
 * @param captureTimeUs the same by the wall clock, in microseconds since 1970
 * @param segment counts from 0 how often size or colour have changed
 */
public record LiveFrame(Picture picture, long index, long timeUs, long captureTimeUs, int segment) {

  /** The same frame at another position. */
  public LiveFrame at(long otherIndex) {
    return new LiveFrame(picture, otherIndex, timeUs, captureTimeUs, segment);
  }
}
