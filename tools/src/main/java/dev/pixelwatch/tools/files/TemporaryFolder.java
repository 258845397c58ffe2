package dev.pixelwatch.tools.files;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is removed with all its files when it is closed, or when the program ends. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;
  private final Thread hook = new Thread(this::removeWhatCanBe, "temporary-folder");

  private TemporaryFolder(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Makes an empty folder.
   *
   * @throws UserError if the folder for temporary files cannot be written
   */
  public static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("pixelwatch-"));
    } catch (IOException e) {
      throw new UserError(
          "the folder for temporary files, %s, cannot be written"
              .formatted(System.getProperty("java.io.tmpdir")),
          "Free some space there, or name another with PIXELWATCH_JAVA_OPTS=-Djava.io.tmpdir=DIR.",
          e);
    }
  }

  public Path path() {
    return path;
  }

  /** While the program ends others may still write here. */
  private void removeWhatCanBe() {
    try {
      remove();
    } catch (UncheckedIOException e) {
      // Nobody is left to be told.
    }
  }

  private void remove() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program ends already, and the hook removes what is left.
    }
    remove();
  }
}
