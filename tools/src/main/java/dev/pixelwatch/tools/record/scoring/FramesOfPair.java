package dev.pixelwatch.tools.record.scoring;

import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.tools.record.BuildId;

/**
 * A pair to be scored.
 *
 * @param build whom the score will be about
 * @param reference what went into the stage
 * @param processed what came out of it
 * @param publishedMs when the processed frame was published; the results carry it, so that they are
 *     the same each time
 * @param partition of the processed frame
 */
public record FramesOfPair(
    BuildId build, Frame reference, Frame processed, long publishedMs, int partition) {}
