package dev.pixelwatch.tools.files;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is removed with all its files when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {
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

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }
}
