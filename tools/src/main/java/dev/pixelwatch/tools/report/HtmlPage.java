package dev.pixelwatch.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page that needs nothing else, on paper, in light and in dark. */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * The whole page.
   *
   * @param title plain text, after the name of the program
   * @param moreStyles beside those that all pages have; may be empty
   * @param body HTML
   */
  public static String of(String title, String moreStyles, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + "<meta name=\"color-scheme\" content=\"light dark\">"
        + ("<title>Pixelwatch: " + Html.escape(title) + "</title>")
        + ("<style>" + styles(HtmlPage.class, "report.css") + moreStyles + "</style></head><body>")
        + body
        + "</body></html>\n";
  }

  /** A part with a heading. */
  public static String section(String title, String id, String content) {
    return "<section id=\"" + id + "\"><h2>" + title + "</h2>" + content + "</section>";
  }

  /** The last line, of plain text. */
  public static String footer(String line) {
    return "<footer><p>" + Html.escape(line) + "</p></footer>";
  }

  /** A style sheet that lies beside a class. */
  public static String styles(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
