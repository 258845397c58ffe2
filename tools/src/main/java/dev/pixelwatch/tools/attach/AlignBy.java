package dev.pixelwatch.tools.attach;

/** How the frames of the two sides are put together. */
public enum AlignBy {
  /** By frame number, counted from the first frame of each side. */
  NUMBER,
  /** By capture time. */
  TIME,
  /** By content. */
  AUTO
}
