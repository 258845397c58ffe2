package dev.pixelwatch.tools.bench.detectors;

import java.util.List;

/**
 * Scores of consecutive frames of one scene behind one stage that nobody touched: what a detector
 * must be quiet on.
 *
 * @param stage what the frames went through
 * @param scene which scene; a cut lies between two scenes
 * @param frames for each frame the 15 signed intensities in the order of the types, then the score;
 *     not copied
 */
record ScoreTrack(String stage, String scene, List<double[]> frames) {}
