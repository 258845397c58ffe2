package dev.pixelwatch.tools.watch;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Remembers, beside the topics that are kept, which videos a stream was made of. The same videos
 * may be watched again: the run goes on where it ended. Others would reuse the frame numbers.
 */
final class StreamRecord {
  private StreamRecord() {}

  /**
   * Writes the record of a new stream, or checks that of a known one.
   *
   * @return whether the stream was known
   * @throws UserError if it was made of other videos, or the record cannot be written
   */
  static boolean check(Path file, String stream, VideoPair videos) {
    try {
      Properties now = properties(stream, videos);
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        now.store(content, "Videos of a Pixelwatch stream");
        WholeFile.write(file, content.toByteArray());
        return false;
      }
      Properties before = new Properties();
      try (InputStream in = Files.newInputStream(file)) {
        before.load(in);
      }
      if (!before.equals(now)) {
        throw new UserError(
            "the data directory holds a stream '%s' of other videos: %s and %s"
                .formatted(
                    stream, before.getProperty("reference"), before.getProperty("processed")),
            "Give another --stream or another --data directory.");
      }
      return true;
    } catch (IOException e) {
      throw new UserError(
          "cannot write " + file + ": " + e.getMessage(),
          "Choose a directory that you may write with --data.",
          e);
    }
  }

  private static Properties properties(String stream, VideoPair videos) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("stream", stream);
    properties.setProperty("size", videos.info().width() + "x" + videos.info().height());
    describe(properties, "reference", videos.referenceFile());
    describe(properties, "processed", videos.processedFile());
    return properties;
  }

  private static void describe(Properties properties, String side, Path file) throws IOException {
    properties.setProperty(side, file.toRealPath().toString());
    properties.setProperty(side + ".bytes", Long.toString(Files.size(file)));
    properties.setProperty(side + ".modified", Files.getLastModifiedTime(file).toString());
  }
}
