package dev.pixelwatch.tools.bench;

/**
 * What recording and replaying does. Rates are in megabytes (10^6) a second of frames as they lie
 * on the topics.
 *
 * @param frames published at the live rate, both sides together
 * @param recorded how many of them the recording has
 * @param liveSeconds how long publishing them took
 * @param recordingCpuSeconds of the whole process meanwhile: publisher, broker and recorder
 * @param frameBytes of all frames on the topics
 * @param fileBytes of the recording
 * @param rawMegabytesPerSecond the same frames from memory to the broker
 * @param readMegabytesPerSecond out of the recording to nowhere
 * @param replayMegabytesPerSecond out of the recording to the broker
 */
public record ReplaySpeed(
    long frames,
    long recorded,
    double liveSeconds,
    double recordingCpuSeconds,
    long frameBytes,
    long fileBytes,
    double rawMegabytesPerSecond,
    double readMegabytesPerSecond,
    double replayMegabytesPerSecond) {}
