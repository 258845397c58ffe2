package dev.pixelwatch.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;

/**
 * The log of this process, a file of its own in the folder for temporary files, and beside it the
 * one before, once it was full. It is kept when the program failed by its own fault, and removed
 * otherwise.
 */
final class LogFile {
  private final Path path;

  private LogFile(Path path) {
    this.path = path;
  }

  /** Chooses the file and tells Log4j, which must not have been used before. */
  static LogFile ofThisProcess() {
    Path path =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "pixelwatch-" + ProcessHandle.current().pid() + ".log");
    System.setProperty("pixelwatch.log", path.toString());
    return new LogFile(path);
  }

  Path path() {
    return path;
  }

  /** Ends the log of a program that ends with this code. */
  void close(int exitCode) {
    if (!Files.exists(path) || exitCode == 1) {
      return;
    }
    LogManager.shutdown();
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + ".1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
