package dev.pixelwatch.monitor.yaml;

import dev.pixelwatch.core.UserError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Keys with values that know where they stand. Whoever asks for a value says what it must be; a
 * {@link UserError} names file, line and key where it is not.
 */
public final class YamlMapping {
  private final YamlFile file;
  private final String name;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  /** A mapping without keys, of an empty file. */
  YamlMapping(YamlFile file, String name) {
    this.file = file;
    this.name = name;
    line = 1;
  }

  /**
   * @param name what errors about the whole of it call it
   */
  YamlMapping(YamlFile file, String name, Node node) {
    this.file = file;
    this.name = name;
    line = YamlFile.line(node);
    if (!(node instanceof MappingNode mapping)) {
      throw error("needs keys with values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw file.error(YamlFile.line(tuple.getKeyNode()), "a key", "needs a text");
      }
      if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        throw file.error(YamlFile.line(key), key.getValue(), "stands here twice");
      }
      lines.put(key.getValue(), YamlFile.line(key));
    }
  }

  /** The keys in their order. */
  public Set<String> keys() {
    return values.keySet();
  }

  /**
   * Refuses every other key.
   *
   * @param what what a key is here, such as "key of a stream"
   */
  public void allow(String what, Collection<String> keys) {
    for (String key : values.keySet()) {
      if (!keys.contains(key)) {
        throw error(key, "is no " + what + "; there are " + String.join(", ", keys));
      }
    }
  }

  /** The value of a key, if it is there. */
  public Optional<String> text(String key) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode scalar)
        || node.getTag().equals(Tag.NULL)
        || scalar.getValue().isBlank()) {
      throw error(key, "needs one value");
    }
    return Optional.of(scalar.getValue());
  }

  /** The value of a key that must be there. */
  public String required(String key) {
    return text(key).orElseThrow(() -> missing(key));
  }

  /** A number in a range, of a key that must be there. */
  public double number(String key, double minimum, double maximum) {
    String text = required(key);
    try {
      double value = Double.parseDouble(text);
      if (value >= minimum && value <= maximum) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error(key, "is '" + text + "', which is no number");
    }
    throw error(
        key,
        "is %s, which is not in %s to %s"
            .formatted(text, YamlFile.plain(minimum), YamlFile.plain(maximum)));
  }

  /** The values in the list of a key; none if the key is not there. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : list(key)) {
      if (!(item instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
        throw file.error(YamlFile.line(item), key, "needs a list of words");
      }
      texts.add(scalar.getValue());
    }
    return texts;
  }

  /** The mappings in the list of a key; none if the key is not there. */
  public List<YamlMapping> mappings(String key) {
    return list(key).stream().map(node -> new YamlMapping(file, key, node)).toList();
  }

  private List<Node> list(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw error(key, "needs a list, each item after a hyphen");
    }
    return sequence.getValue();
  }

  /** The keys below a key that must be there. */
  public YamlMapping mapping(String key) {
    if (!values.containsKey(key)) {
      throw missing(key);
    }
    return new YamlMapping(file, key, values.get(key));
  }

  /**
   * The mapping below a key, if it is there; a plain value is taken for one with this key alone.
   */
  public Optional<YamlMapping> textOrMapping(String key, String plain) {
    if (!(values.get(key) instanceof ScalarNode)) {
      return values.containsKey(key) ? Optional.of(mapping(key)) : Optional.empty();
    }
    text(key);
    return Optional.of(new YamlMapping(this, key, plain));
  }

  private YamlMapping(YamlMapping above, String key, String plain) {
    file = above.file;
    name = key;
    line = above.line(key);
    values.put(plain, above.values.get(key));
    lines.put(plain, line);
  }

  /** Lets a mistake that is found elsewhere say where it was made. */
  public <T> T located(String key, Supplier<T> work) {
    try {
      return work.get();
    } catch (UserError e) {
      throw file.located(line(key), e);
    }
  }

  /** The line of a key, or of the mapping where it is missing; the first line is 1. */
  public int line(String key) {
    return lines.getOrDefault(key, line);
  }

  /** A mistake in the value of a key, such as "is 7, which is too much". */
  public UserError error(String key, String problem) {
    return file.error(line(key), key, problem);
  }

  /** A mistake of the mapping as a whole. */
  public UserError error(String problem) {
    return file.error(line, name, problem);
  }

  private UserError missing(String key) {
    return error("has no " + key);
  }
}
