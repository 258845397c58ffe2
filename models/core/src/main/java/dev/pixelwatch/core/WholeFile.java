package dev.pixelwatch.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Small files of which a full disk or a kill must never leave a part. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes a file, or leaves the one that is there as it is. */
  public static void write(Path file, byte[] content) throws IOException {
    Path unfinished = unfinished(file);
    try {
      Files.write(unfinished, content);
      Files.move(
          unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Where it is written first; a kill may leave it behind. */
  public static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }
}
