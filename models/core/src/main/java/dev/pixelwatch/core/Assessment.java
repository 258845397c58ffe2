package dev.pixelwatch.core;

/**
 * What is said of one pair of frames.
 *
 * @param map which distortion, where, how much, in which direction
 * @param score relational score: 0 for the same quality, negative when the processed frame is
 *     worse; swapping the pair changes the sign. 100 points are an MDSI of 0.5, a picture that
 *     nobody would keep.
 */
public record Assessment(DistortionMap map, double score) {}
