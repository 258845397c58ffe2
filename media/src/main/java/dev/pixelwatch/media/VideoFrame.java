package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;

/**
 * One decoded frame.
 *
 * @param picture its samples
 * @param number position among the decoded frames, counted from 0
 * @param timeUs presentation time in microseconds, 0 for the first frame
 */
public record VideoFrame(Picture picture, long number, long timeUs) {}
