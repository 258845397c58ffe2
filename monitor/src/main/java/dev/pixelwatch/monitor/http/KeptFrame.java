package dev.pixelwatch.monitor.http;

import dev.pixelwatch.schemas.DistortionMap;

/**
 * A frame whose map, and if this process scored it whose pictures, can still be looked at.
 *
 * @param number frame number
 * @param timeUs capture time in microseconds
 * @param map as it is on the topic
 * @param reference JPEG, or null
 * @param processed JPEG, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Encoded pictures on their way to a browser.
record KeptFrame(long number, long timeUs, DistortionMap map, byte[] reference, byte[] processed) {
  boolean hasPictures() {
    return reference != null;
  }

  long bytes() {
    long pictures = hasPictures() ? (long) reference.length + processed.length : 0;
    return pictures + map.getValues().limit();
  }
}
