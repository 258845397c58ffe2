package dev.pixelwatch.tools.compare;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.yaml.YamlFile;
import dev.pixelwatch.monitor.yaml.YamlMapping;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A gate in YAML. Every key may be left out:
 *
 * <pre>
 * confidence: 0.95        # probability that all intervals hold
 * intensity-step: 0.02    # smallest difference of an intensity that matters
 * score-step: 1           # the same of the score, in points
 * steps:                  # another step for some types
 *   banding: 0.01
 * allow:                  # how much worse build B may be; otherwise, by what does not matter
 *   noise: 0.05
 *   score: 2
 * ignore: [tint, warmth]  # shown, but never fails
 * </pre>
 */
public final class GateFile {
  private static final String HINT = "See docs/compare.md for the keys of a gate.";
  private static final double LEAST_INTENSITY = 0.001;
  private static final double LEAST_POINTS = 0.05;
  private static final double MOST_POINTS = 1000;

  private GateFile() {}

  /**
   * Reads a gate.
   *
   * @throws UserError if the file cannot be read or says something else, with its line
   */
  public static Gate read(Path file) {
    YamlMapping root = YamlFile.read(file, HINT);
    root.allow(
        "key of a gate",
        List.of("confidence", "intensity-step", "score-step", "steps", "allow", "ignore"));
    Gate defaults = Gate.defaults();
    return new Gate(
        number(root, "confidence", defaults.confidence(), 0.5, 0.999),
        number(root, "intensity-step", defaults.intensityStep(), LEAST_INTENSITY, 1),
        number(root, "score-step", defaults.scoreStep(), LEAST_POINTS, MOST_POINTS),
        byQuantity(root, "steps", false),
        byQuantity(root, "allow", true),
        ignored(root));
  }

  private static double number(
      YamlMapping root, String key, double otherwise, double least, double most) {
    return root.keys().contains(key) ? root.number(key, least, most) : otherwise;
  }

  private static Map<Quantity, Double> byQuantity(YamlMapping root, String key, boolean mayBeZero) {
    Map<Quantity, Double> values = new HashMap<>();
    if (root.keys().contains(key)) {
      YamlMapping below = root.mapping(key);
      for (String id : below.keys()) {
        Quantity quantity = quantity(below, id, id);
        boolean points = quantity.equals(Quantity.SCORE);
        double least = mayBeZero ? 0 : points ? LEAST_POINTS : LEAST_INTENSITY;
        values.put(quantity, below.number(id, least, points ? MOST_POINTS : 1));
      }
    }
    return values;
  }

  private static Set<Quantity> ignored(YamlMapping root) {
    Set<Quantity> ignored = new LinkedHashSet<>();
    root.texts("ignore").forEach(id -> ignored.add(quantity(root, "ignore", id)));
    return ignored;
  }

  private static Quantity quantity(YamlMapping at, String key, String id) {
    return Quantity.byId(id)
        .orElseThrow(
            () -> at.error(key, "names '" + id + "', which is no distortion type, nor score"));
  }
}
