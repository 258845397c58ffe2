package dev.pixelwatch.monitor.detect;

/** Compares thumbnails: arrays of unsigned luma codes of equal length. Empty ones are unknown. */
final class Thumbnails {
  private Thumbnails() {}

  static boolean areKnown(byte[] a, byte[] b) {
    return a.length > 0 && a.length == b.length;
  }

  /** The largest difference of a cell, in codes. */
  static int largestChange(byte[] a, byte[] b) {
    int largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs((a[i] & 0xff) - (b[i] & 0xff)));
    }
    return largest;
  }

  /** The mean difference of a cell, in codes. */
  static double meanChange(byte[] a, byte[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
    }
    return (double) sum / a.length;
  }

  /** The brightest cell. */
  static int brightest(byte[] a) {
    int brightest = 0;
    for (byte code : a) {
      brightest = Math.max(brightest, code & 0xff);
    }
    return brightest;
  }
}
