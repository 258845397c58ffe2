package dev.pixelwatch.monitor.detect;

/**
 * A rectangle of luma pixels.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 1
 * @param height at least 1
 */
public record Box(int x, int y, int width, int height) {}
