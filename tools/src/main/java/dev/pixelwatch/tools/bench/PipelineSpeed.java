package dev.pixelwatch.tools.bench;

import java.util.Map;

/**
 * What the whole pipeline does.
 *
 * @param pairsPerSecond from the first frame decoded to the last result read
 * @param pairs how many were measured
 * @param cpuSeconds of the whole process, with starting and ending the broker
 * @param peakResidentBytes most memory the process had, with making the videos
 * @param stageMillis mean time of a pair in each stage; stages overlap
 */
public record PipelineSpeed(
    double pairsPerSecond,
    long pairs,
    double cpuSeconds,
    long peakResidentBytes,
    Map<String, Double> stageMillis) {}
