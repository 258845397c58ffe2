package dev.pixelwatch.tools.attach;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.LiveInput;
import dev.pixelwatch.monitor.yaml.YamlFile;
import dev.pixelwatch.monitor.yaml.YamlMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML file that lists streams. Each is named as on the command line; an input is a URI, or a
 * mapping with {@code uri} and what belongs to it.
 */
public final class RigFile {
  private static final String HINT = "Mend the file.";
  private static final List<String> STREAM_KEYS =
      List.of(
          "stream",
          "stage",
          "build",
          "reference",
          "processed",
          "source",
          "through",
          "align",
          "tolerance");
  private static final List<String> INPUT_KEYS = List.of("uri", "format", "size", "fps", "options");

  private RigFile() {}

  /**
   * Reads a file.
   *
   * @throws UserError with file, line and key if it cannot be read or says something else
   */
  public static List<StreamSpec> read(Path file) {
    YamlMapping root = YamlFile.read(file, HINT);
    root.allow("key here", List.of("streams"));
    List<StreamSpec> streams = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (YamlMapping mapping : root.mappings("streams")) {
      StreamSpec stream = stream(mapping);
      Integer before = lines.put(stream.stream(), mapping.line("stream"));
      if (before != null) {
        throw mapping.error(
            "stream", "'%s' is listed in line %d already".formatted(stream.stream(), before));
      }
      streams.add(stream);
    }
    if (streams.isEmpty()) {
      throw root.error("lists no stream under streams");
    }
    return streams;
  }

  private static StreamSpec stream(YamlMapping mapping) {
    mapping.allow("key of a stream", STREAM_KEYS);
    InputWords.Names names =
        new InputWords.Names(
            mapping.required("stream"),
            mapping.text("stage").orElse("stage"),
            mapping.text("build").orElse("unknown"));
    Map<String, LiveInput> inputs = new HashMap<>();
    for (String key : List.of("reference", "processed", "source")) {
      mapping.textOrMapping(key, "uri").ifPresent(input -> inputs.put(key, input(input)));
    }
    return mapping.located(
        "stream",
        () ->
            InputWords.stream(
                names,
                new InputWords.Inputs(
                    present(inputs, "reference"),
                    present(inputs, "processed"),
                    present(inputs, "source"),
                    mapping.text("through")),
                inputs::get,
                mapping.text("align").map(how -> align(mapping, how)),
                mapping.text("tolerance").map(ms -> milliseconds(mapping, ms))));
  }

  private static Optional<String> present(Map<String, LiveInput> inputs, String key) {
    return inputs.containsKey(key) ? Optional.of(key) : Optional.empty();
  }

  private static LiveInput input(YamlMapping mapping) {
    mapping.allow("key of an input", INPUT_KEYS);
    return mapping.located(
        "uri",
        () ->
            InputWords.input(
                mapping.required("uri"),
                mapping.text("format"),
                mapping.text("size"),
                mapping.text("fps"),
                options(mapping)));
  }

  private static Map<String, String> options(YamlMapping mapping) {
    Map<String, String> options = new LinkedHashMap<>();
    if (mapping.keys().contains("options")) {
      YamlMapping below = mapping.mapping("options");
      below.keys().forEach(key -> options.put(key, below.required(key)));
    }
    return options;
  }

  private static AlignBy align(YamlMapping mapping, String how) {
    for (AlignBy known : AlignBy.values()) {
      if (known.name().equalsIgnoreCase(how)) {
        return known;
      }
    }
    throw mapping.error("align", "is '" + how + "', which is none of number, time and auto");
  }

  private static Long milliseconds(YamlMapping mapping, String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw mapping.error("tolerance", "is '" + text + "', which is no number of milliseconds");
    }
  }
}
