package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A pinned baseline in YAML: stream, build, frames, and for each type and the score {@code {mean,
 * deviation, long-run}} as in {@link Baseline.Level}.
 */
public final class BaselineFile {
  private static final String HINT = "Write the file anew with 'pixelwatch baseline'.";
  private static final double LARGEST = 1e6;

  private BaselineFile() {}

  /**
   * Reads a baseline.
   *
   * @throws UserError if the file cannot be read or lacks a value, with its line
   */
  public static Baseline read(Path file) {
    YamlFile yaml = new YamlFile(file, HINT);
    Map<String, Node> root = yaml.root();
    for (String key : List.of("stream", "build", "frames", "levels")) {
      if (!root.containsKey(key)) {
        throw new UserError("%s has no %s".formatted(file, key), HINT);
      }
    }
    Map<String, Node> levels = yaml.mapping(root.get("levels"), "levels");
    List<Baseline.Level> all = new ArrayList<>();
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      String id = Quantity.id(quantity);
      if (!levels.containsKey(id)) {
        throw yaml.error(root.get("levels"), "levels", "has no " + id);
      }
      all.add(level(yaml, levels.get(id), id, quantity));
    }
    return new Baseline(
        yaml.text(root.get("stream"), "stream"),
        yaml.text(root.get("build"), "build"),
        (long) yaml.number(root.get("frames"), "frames", 1, 1e15),
        all);
  }

  private static Baseline.Level level(YamlFile yaml, Node node, String id, int quantity) {
    Map<String, Node> values = yaml.mapping(node, id);
    for (String key : List.of("mean", "deviation", "long-run")) {
      if (!values.containsKey(key)) {
        throw yaml.error(node, id, "has no " + key);
      }
    }
    double least = Sensitivity.smallestDeviation(quantity);
    return new Baseline.Level(
        yaml.number(values.get("mean"), "mean", -LARGEST, LARGEST),
        Math.max(least, yaml.number(values.get("deviation"), "deviation", 0, LARGEST)),
        Math.max(1e-6, yaml.number(values.get("long-run"), "long-run", 0, LARGEST)));
  }

  /**
   * Writes a baseline.
   *
   * @throws UserError if the file cannot be written
   */
  public static void write(Baseline baseline, Path file) {
    StringBuilder text =
        new StringBuilder("# What this stream looks like when nothing is wrong: pixelwatch monitor")
            .append(" --baseline FILE\n# Put * for the stream to use it for every stream.\n")
            .append("stream: ")
            .append(quoted(baseline.stream()))
            .append("\nbuild: ")
            .append(quoted(baseline.build()))
            .append("\nframes: ")
            .append(baseline.frames())
            .append("\nlevels:\n");
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      Baseline.Level level = baseline.levels().get(quantity);
      text.append(
          String.format(
              Locale.ROOT,
              "  %s: {mean: %.4f, deviation: %.4f, long-run: %.5f}%n",
              Quantity.id(quantity),
              level.mean(),
              level.deviation(),
              level.longRun()));
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UserError("cannot write " + file, "Choose another file with --out.", e);
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
