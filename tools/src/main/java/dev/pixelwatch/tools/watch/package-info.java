/**
 * Two videos through the whole system: frames are decoded, published in lockstep, paired and scored
 * by the monitor, and the results read back. {@code watch}, {@code demo} and {@code bench pipeline}
 * all run this.
 */
package dev.pixelwatch.tools.watch;
