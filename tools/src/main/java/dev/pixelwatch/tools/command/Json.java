package dev.pixelwatch.tools.command;

import java.io.PrintWriter;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON on the terminal, indented, one document for each run. */
final class Json {
  private Json() {}

  static void write(Object document, PrintWriter out) {
    JsonMapper mapper = JsonMapper.builder().build();
    out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    out.flush();
  }
}
