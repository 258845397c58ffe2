package dev.pixelwatch.tools.bench.compare;

/**
 * How often two builds that do not differ were called different.
 *
 * @param content what was compared
 * @param frames of each comparison
 * @param runs comparisons
 * @param intervals runs in which an interval of any quantity left out 0
 * @param verdicts runs in which any quantity was called better or worse
 */
public record FalseVerdicts(String content, int frames, int runs, int intervals, int verdicts) {}
