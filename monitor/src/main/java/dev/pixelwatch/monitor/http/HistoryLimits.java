package dev.pixelwatch.monitor.http;

import java.time.Duration;

/**
 * What may be remembered. About 90 bytes a score, so 0.8 MB a stream, and the pictures.
 *
 * @param streams most streams
 * @param idle when nothing has come of a stream for so long, it makes room for a new one
 * @param scores scores of each stream
 * @param keptFrames frames of each stream that can be looked at again
 * @param alerts alerts of all streams together
 * @param keptBytes bytes of their pictures and maps, all streams together
 */
record HistoryLimits(
    int streams, Duration idle, int scores, int keptFrames, int alerts, long keptBytes) {
  /** Five minutes of scores at 30 frames a second. */
  static HistoryLimits standard() {
    return new HistoryLimits(64, Duration.ofHours(1), 9000, 240, 500, 96L << 20);
  }
}
