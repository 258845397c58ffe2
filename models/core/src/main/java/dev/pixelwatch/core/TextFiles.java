package dev.pixelwatch.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

  /** Why such a file could not be read, in words where the exception has none of its own. */
  public static String reason(Exception e) {
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    if (cause instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return cause instanceof CharacterCodingException
        ? "it is not text in UTF-8"
        : cause.getMessage();
  }
}
