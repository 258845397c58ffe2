package dev.pixelwatch.monitor.http;

/**
 * What may be remembered. About 90 bytes a score, so 0.8 MB a stream, and the pictures.
 *
 * @param streams most streams
 * @param scores scores of each stream
 * @param keptFrames frames of each stream that can be looked at again
 * @param alerts alerts of all streams together
 * @param keptBytes bytes of their pictures and maps, all streams together
 */
record HistoryLimits(int streams, int scores, int keptFrames, int alerts, long keptBytes) {
  /** Five minutes of scores at 30 frames a second. */
  static HistoryLimits standard() {
    return new HistoryLimits(64, 9000, 240, 500, 96L << 20);
  }
}
