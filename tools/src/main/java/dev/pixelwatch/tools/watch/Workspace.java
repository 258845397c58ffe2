package dev.pixelwatch.tools.watch;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.files.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of a run: topics, state, and the record of what was watched. */
final class Workspace implements AutoCloseable {
  private final Path folder;
  private final Optional<TemporaryFolder> temporary;

  private Workspace(Path folder, Optional<TemporaryFolder> temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * The folder that the user named, or a temporary one that is removed at the end.
   *
   * @throws UserError if it cannot be made
   */
  static Workspace open(Optional<Path> data) {
    if (data.isEmpty()) {
      TemporaryFolder temporary = TemporaryFolder.create();
      return new Workspace(temporary.path(), Optional.of(temporary));
    }
    try {
      return new Workspace(Files.createDirectories(data.get()), Optional.empty());
    } catch (IOException e) {
      throw new UserError(
          "the data directory " + data.get() + " cannot be made",
          "Choose a directory that you may write with --data.",
          e);
    }
  }

  /** Whether everything is removed at the end. */
  boolean isTemporary() {
    return temporary.isPresent();
  }

  Path broker() {
    return folder.resolve("broker");
  }

  Path state() {
    return folder.resolve("state");
  }

  /** What is known of a stream whose topics are kept here. */
  Path streamRecord(String topicPrefix, String stream) {
    String name = (topicPrefix + "-" + stream).replaceAll("[^A-Za-z0-9._-]", "_");
    return folder.resolve("streams").resolve(name + ".properties");
  }

  @Override
  public void close() {
    temporary.ifPresent(TemporaryFolder::close);
  }
}
