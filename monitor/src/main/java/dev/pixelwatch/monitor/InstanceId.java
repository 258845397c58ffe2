package dev.pixelwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The identity of a monitor, kept in its state directory. */
final class InstanceId {
  private InstanceId() {}

  /** Reads it, or makes one on first use. */
  static String in(Path stateDirectory) {
    Path file = stateDirectory.resolve("instance-id");
    try {
      Files.createDirectories(stateDirectory);
      if (Files.exists(file)) {
        return UUID.fromString(Files.readString(file).strip()).toString();
      }
      String id = UUID.randomUUID().toString();
      WholeFile.write(file, (id + "\n").getBytes(UTF_8));
      return id;
    } catch (IllegalArgumentException e) {
      throw new UserError(
          file + " does not hold the identity of a monitor",
          "Choose another state directory, or delete this file if it is not yours.",
          e);
    } catch (IOException e) {
      throw new UserError(
          "the state directory " + stateDirectory + " cannot be used: " + e,
          "Choose a directory that you may write.",
          e);
    }
  }
}
