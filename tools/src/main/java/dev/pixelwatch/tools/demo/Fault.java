package dev.pixelwatch.tools.demo;

import dev.pixelwatch.core.DistortionType;

/**
 * One way in which the stage misbehaves for a while.
 *
 * @param cause what a camera engineer would call it
 * @param type what it should be seen as
 * @param direction +1 if the processed video has more of the type, -1 if less
 * @param stage what it does to the frames
 * @param from first frame
 * @param to frame after the last
 */
public record Fault(
    String cause, DistortionType type, int direction, FaultyStage stage, long from, long to) {}
