package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.record.Recording;
import java.nio.file.Path;

/**
 * A recording of which builds are compared.
 *
 * @param recording open until this is closed
 * @param name short, for people
 * @param place where it comes from, for people
 */
public record ComparedRecording(Recording recording, String name, String place)
    implements AutoCloseable {
  /**
   * Opens a recording.
   *
   * @throws UserError if it cannot be read
   */
  public static ComparedRecording open(Path folder) {
    return new ComparedRecording(
        Recording.open(folder), folder.getFileName().toString(), folder.toString());
  }

  @Override
  public void close() {
    recording.close();
  }
}
