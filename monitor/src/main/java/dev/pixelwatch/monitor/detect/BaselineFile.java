package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.yaml.YamlFile;
import dev.pixelwatch.monitor.yaml.YamlMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    YamlMapping root = YamlFile.read(file, HINT);
    YamlMapping levels = root.mapping("levels");
    List<Baseline.Level> all = new ArrayList<>();
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      all.add(level(levels.mapping(Quantity.id(quantity)), quantity));
    }
    return new Baseline(
        root.required("stream"),
        root.required("build"),
        (long) root.number("frames", 0, 1e15),
        all);
  }

  private static Baseline.Level level(YamlMapping values, int quantity) {
    double least = Sensitivity.smallestDeviation(quantity);
    return new Baseline.Level(
        values.number("mean", -LARGEST, LARGEST),
        Math.max(least, values.number("deviation", 0, LARGEST)),
        Math.max(1e-6, values.number("long-run", 0, LARGEST)));
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
