package dev.pixelwatch.tools.record.capture;

import java.nio.file.Path;

/**
 * Where a run in this process is recorded.
 *
 * @param out a new or empty folder
 * @param version of Pixelwatch, for the manifest
 */
public record RecordingTarget(Path out, String version) {}
