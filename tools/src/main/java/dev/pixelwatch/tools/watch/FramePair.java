package dev.pixelwatch.tools.watch;

import dev.pixelwatch.core.Picture;
import java.util.Optional;

/**
 * The two frames with one number; a side that has ended already is empty.
 *
 * @param number frame number, from 0
 * @param timeUs capture time in microseconds from the start of the video
 */
public record FramePair(
    long number, long timeUs, Optional<Picture> reference, Optional<Picture> processed) {}
