package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.Picture;

/**
 * What a frame was judged by.
 *
 * @param reference the frame that went into the stage
 * @param processed the frame that came out, of the same size
 * @param map what was found
 */
public record Evidence(Picture reference, Picture processed, DistortionMap map) {}
