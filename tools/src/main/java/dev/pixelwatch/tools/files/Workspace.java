package dev.pixelwatch.tools.files;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of a run: topics, state, and the record of what was watched. */
public final class Workspace implements AutoCloseable {
  private static final String BROKER = "broker";

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
  public static Workspace open(Optional<Path> data) {
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

  /** Whether this folder has topics in it, as commands with {@code --data} leave them. */
  public static boolean isAt(Path folder) {
    return Files.isDirectory(folder.resolve(BROKER));
  }

  /** Whether everything is removed at the end. */
  public boolean isTemporary() {
    return temporary.isPresent();
  }

  /** Where an embedded broker keeps its topics. */
  public Path broker() {
    return folder.resolve(BROKER);
  }

  /** Where a monitor keeps its state. */
  public Path state() {
    return folder.resolve("state");
  }

  /** What is known of a stream whose topics are kept here. */
  public Path streamRecord(String topicPrefix, String stream) {
    String name = (topicPrefix + "-" + stream).replaceAll("[^A-Za-z0-9._-]", "_");
    return folder.resolve("streams").resolve(name + ".properties");
  }

  @Override
  public void close() {
    temporary.ifPresent(TemporaryFolder::close);
  }
}
