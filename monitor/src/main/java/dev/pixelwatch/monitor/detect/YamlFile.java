package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML so that each mistake can be told with its file, line and key. */
final class YamlFile {
  private final Path file;
  private final String hint;

  /**
   * @param hint what to do about any mistake in it
   */
  YamlFile(Path file, String hint) {
    this.file = file;
    this.hint = hint;
  }

  /**
   * The keys of the document in their order; none if it is empty.
   *
   * @throws UserError if the file cannot be read or is no mapping
   */
  Map<String, Node> root() {
    try {
      String text = Files.readString(file);
      return new Compose(LoadSettings.builder().setLabel(file.toString()).build())
          .composeString(text)
          .map(node -> mapping(node, "the file"))
          .orElse(Map.of());
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new UserError("%s, line %d: %s".formatted(file, line, e.getProblem()), hint, e);
    } catch (YamlEngineException | IOException e) {
      throw new UserError("cannot read " + file, "Give a YAML file in UTF-8.", e);
    }
  }

  /** The keys of a mapping. */
  Map<String, Node> mapping(Node node, String key) {
    if (!(node instanceof MappingNode mapping)) {
      throw error(node, key, "needs keys with values");
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = text(tuple.getKeyNode(), "a key");
      if (entries.put(name, tuple.getValueNode()) != null) {
        throw error(tuple.getKeyNode(), name, "stands here twice");
      }
    }
    return entries;
  }

  /** The items of a list. */
  List<Node> list(Node node, String key) {
    if (!(node instanceof SequenceNode sequence)) {
      throw error(node, key, "needs a list, each item after a hyphen");
    }
    return sequence.getValue();
  }

  /** A text. */
  String text(Node node, String key) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw error(node, key, "needs a text");
    }
    return scalar.getValue();
  }

  /** A number in a range. */
  double number(Node node, String key, double minimum, double maximum) {
    String text = text(node, key);
    try {
      double value = Double.parseDouble(text);
      if (value >= minimum && value <= maximum) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error(node, key, "is '" + text + "', which is no number");
    }
    String range = plain(minimum) + " to " + plain(maximum);
    throw error(node, key, "is " + text + ", which is not in " + range);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A mistake at a place. */
  UserError error(Node node, String key, String problem) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    return new UserError("%s, line %d: %s %s".formatted(file, line, key, problem), hint);
  }
}
