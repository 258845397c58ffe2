package dev.pixelwatch.monitor.yaml;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A file of keys with values. */
public final class YamlFile {
  private final Path path;
  private final String hint;

  private YamlFile(Path path, String hint) {
    this.path = path;
    this.hint = hint;
  }

  /**
   * Reads a file; an empty one has no keys.
   *
   * @param hint what to do about any mistake in it
   * @throws UserError if it cannot be read, is no YAML or no mapping
   */
  public static YamlMapping read(Path path, String hint) {
    YamlFile file = new YamlFile(path, hint);
    try {
      String text = Files.readString(path);
      return new Compose(LoadSettings.builder().setLabel(path.toString()).build())
          .composeString(text)
          .map(node -> new YamlMapping(file, "the file", node))
          .orElseGet(() -> new YamlMapping(file, "the file"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new UserError(
          "%s, line %d: this is no YAML: %s".formatted(path, line, e.getProblem()), hint, e);
    } catch (YamlEngineException | IOException e) {
      throw new UserError("cannot read " + path, "Give a YAML file in UTF-8.", e);
    }
  }

  UserError error(int line, String key, String problem) {
    return new UserError("%s, line %d: %s %s".formatted(path, line, key, problem), hint);
  }

  /** The same mistake with its place, unless it has one already. */
  UserError located(int line, UserError mistake) {
    return mistake.getMessage().startsWith(path.toString())
        ? mistake
        : new UserError(
            "%s, line %d: %s".formatted(path, line, mistake.getMessage()), mistake.hint(), mistake);
  }

  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
