package dev.pixelwatch.tools.watch;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a run: topics, state, and the record of what was watched. */
final class Workspace implements AutoCloseable {
  private final Path folder;
  private final boolean temporary;

  private Workspace(Path folder, boolean temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * The folder that the user named, or a temporary one that is removed at the end.
   *
   * @throws UserError if it cannot be made
   */
  static Workspace open(Optional<Path> data) {
    try {
      return data.isPresent()
          ? new Workspace(Files.createDirectories(data.get()), false)
          : new Workspace(Files.createTempDirectory("pixelwatch-"), true);
    } catch (IOException e) {
      throw new UserError(
          "the data directory "
              + data.map(Path::toString).orElse(System.getProperty("java.io.tmpdir"))
              + " cannot be made or written",
          "Choose a directory that you may write with --data.",
          e);
    }
  }

  /** Whether everything is removed at the end. */
  boolean isTemporary() {
    return temporary;
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
    if (!temporary) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
