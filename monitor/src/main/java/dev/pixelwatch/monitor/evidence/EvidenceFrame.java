package dev.pixelwatch.monitor.evidence;

import java.nio.file.Path;

/**
 * The pictures of one frame that show what an alert is about.
 *
 * @param number frame number
 * @param type id of the distortion type that is drawn
 * @param reference JPEG of the frame before the stage
 * @param processed JPEG of the frame after it
 * @param map PNG of the type over the processed frame
 */
public record EvidenceFrame(long number, String type, Path reference, Path processed, Path map) {}
