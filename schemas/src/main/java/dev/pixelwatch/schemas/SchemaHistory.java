package dev.pixelwatch.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The published versions of each schema, in the resource folder {@code history}. A file there is
 * never changed: a new version gets a file with the next number.
 */
final class SchemaHistory {
  private SchemaHistory() {}

  /** The versions of a record, oldest first. */
  static List<Schema> of(String record) {
    List<Schema> versions = new ArrayList<>();
    while (true) {
      String file = "history/" + record + "-" + (versions.size() + 1) + ".avsc";
      try (InputStream in = SchemaHistory.class.getResourceAsStream(file)) {
        if (in == null) {
          return List.copyOf(versions);
        }
        versions.add(new Schema.Parser().parse(in));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
  }
}
