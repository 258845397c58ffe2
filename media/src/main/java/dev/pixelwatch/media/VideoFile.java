package dev.pixelwatch.media;

import dev.pixelwatch.core.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Files, as FFmpeg is to open them. */
final class VideoFile {
  private VideoFile() {}

  /**
   * @throws UserError if the file is missing or cannot be read
   */
  static Opening opening(Path file) {
    checkReadable(file);
    return new Opening(
        url(file),
        file.toString(),
        Optional.empty(),
        Map.of("protocol_whitelist", "file"),
        Optional.empty());
  }

  /** The prefix keeps a colon in a file name from being taken as a protocol. */
  static String url(Path file) {
    return "file:" + file.toAbsolutePath();
  }

  static void checkReadable(Path file) {
    if (!Files.exists(file)) {
      throw new UserError("there is no file " + file, "Check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a directory", "Give a video file in it.");
    }
    if (!Files.isReadable(file)) {
      throw new UserError("cannot read " + file, "Check that you may read the file.");
    }
    if (Files.isRegularFile(file) && file.toFile().length() == 0) {
      throw new UserError(
          file + " is not a video that can be read: it is empty", "Write the file again.");
    }
  }
}
