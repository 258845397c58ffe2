package dev.pixelwatch.tools.record.capture;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where a run in this process is recorded.
 *
 * @param out a new or empty folder
 * @param version of Pixelwatch, for the manifest
 * @param said told in a sentence what takes long
 */
public record RecordingTarget(Path out, String version, Consumer<String> said) {}
