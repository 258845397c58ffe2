package dev.pixelwatch.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that people hand in, such as lists of images. */
public final class TextFiles {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFiles() {}

  /**
   * Opens a file in UTF-8, past the byte order mark that spreadsheets write before the first word.
   *
   * @throws IOException if the file cannot be read
   */
  public static BufferedReader reader(Path file) throws IOException {
    BufferedReader reader = Files.newBufferedReader(file);
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }
}
