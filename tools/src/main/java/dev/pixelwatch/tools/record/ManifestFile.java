package dev.pixelwatch.tools.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code manifest.json}. */
final class ManifestFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ManifestFile() {}

  static String json(Object document) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  /** Writes it whole or not at all. */
  static void write(Manifest manifest, Path folder) throws IOException {
    WholeFile.write(folder.resolve(Manifest.FILE), json(manifest).getBytes(UTF_8));
  }

  /**
   * Reads it.
   *
   * @return empty if there is none or it is damaged
   * @throws UserError if a newer version wrote it
   */
  static Optional<Manifest> read(Path folder) {
    Path file = folder.resolve(Manifest.FILE);
    try {
      Manifest manifest = MAPPER.readValue(Files.readAllBytes(file), Manifest.class);
      if (manifest.format() > Manifest.FORMAT) {
        throw new UserError(
            "%s has version %d of the format, and this program reads %d"
                .formatted(folder, manifest.format(), Manifest.FORMAT),
            "Use the version of Pixelwatch that wrote it, %s.".formatted(manifest.pixelwatch()));
      }
      return Optional.of(manifest);
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }
}
