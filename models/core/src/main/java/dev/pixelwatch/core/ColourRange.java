package dev.pixelwatch.core;

/** Code values of an 8-bit Y'CbCr signal (ITU-T H.273, video_full_range_flag). */
public enum ColourRange {
  /** Luma 16 to 235, chroma 16 to 240. */
  LIMITED,
  /** All planes 0 to 255. */
  FULL
}
