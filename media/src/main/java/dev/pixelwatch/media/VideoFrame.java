package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;

/**
 * One decoded frame.
 *
 * @param picture its samples
 * @param number position in the video, counted from 0; a damaged frame that could not be decoded
 *     leaves a gap
 * @param timeUs presentation time in microseconds, 0 for the first frame
 */
public record VideoFrame(Picture picture, long number, long timeUs) {}
