package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all: written beside their place, then moved into it. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes text in UTF-8.
   *
   * @throws UserError if the folder may not be written or the disk is full
   */
  public static void write(Path file, String text) {
    Path target = file.toAbsolutePath();
    Path folder = createFolder(target.getParent());
    Path draft = folder.resolve("." + target.getFileName() + ".part");
    try {
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(draft);
      throw cannotWrite(target, e);
    }
  }

  /**
   * Makes the folder and those above it.
   *
   * @throws UserError if it cannot be made
   */
  public static Path createFolder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /**
   * Removes the file if it is there.
   *
   * @throws UserError if it cannot be removed
   */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  static UserError cannotWrite(Path path, IOException cause) {
    return new UserError(
        "cannot write " + path + ": " + reason(cause),
        "Check that the folder may be written and that the disk is not full, or give another one.",
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    return cause.getMessage();
  }

  private static void deleteQuietly(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException ignored) {
      // The first failure is the one to report; a left-over draft has a name nobody reads.
    }
  }
}
