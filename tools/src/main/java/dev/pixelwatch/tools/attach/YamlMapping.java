package dev.pixelwatch.tools.attach;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping in a YAML file that knows where it stands, so that every error names file and line. */
final class YamlMapping {
  private final Path file;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private YamlMapping(Path file, Node node) {
    this.file = file;
    this.line = line(node);
    if (!(node instanceof MappingNode mapping)) {
      throw error(file, line, "here must stand keys with values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw error(file, line(tuple.getKeyNode()), "here must stand a key");
      }
      if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        throw error(file, line(key), "%s: the key stands twice".formatted(key.getValue()));
      }
      lines.put(key.getValue(), line(key));
    }
  }

  /**
   * @throws UserError if it cannot be read, is no YAML or no mapping
   */
  static YamlMapping read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
      Node root =
          new Compose(settings)
              .composeReader(reader)
              .orElseThrow(() -> error(file, 1, "the file is empty"));
      return new YamlMapping(file, root);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw error(file, line, "this is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw error(file, 1, "this is no YAML: " + e.getMessage());
    } catch (IOException e) {
      throw new UserError(
          "cannot read the file " + file, "Check its path, and that it is text in UTF-8.", e);
    }
  }

  /** Refuses every other key. */
  void allow(Set<String> keys) {
    for (String key : values.keySet()) {
      if (!keys.contains(key)) {
        throw error(
            key, "no such key is known; there are " + String.join(", ", new TreeSet<>(keys)));
      }
    }
  }

  /** The value of a key, if it is there. */
  Optional<String> text(String key) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode scalar) || node.getTag().equals(Tag.NULL)) {
      throw error(key, "here must stand one value");
    }
    return Optional.of(scalar.getValue());
  }

  String required(String key) {
    return text(key).orElseThrow(() -> error(file, line, key + ": the key is missing"));
  }

  /** The mappings in the list of a key. */
  List<YamlMapping> mappings(String key) {
    if (!(values.get(key) instanceof SequenceNode list)) {
      throw error(key, "here must stand a list");
    }
    List<YamlMapping> mappings = new ArrayList<>();
    list.getValue().forEach(node -> mappings.add(new YamlMapping(file, node)));
    return mappings;
  }

  /** The keys and values below a key; none if it is not there. */
  Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (values.containsKey(key)) {
      YamlMapping below = new YamlMapping(file, values.get(key));
      below.values.keySet().forEach(name -> texts.put(name, below.required(name)));
    }
    return texts;
  }

  /** The mapping below a key; a plain value is taken for one with this key alone. */
  Optional<YamlMapping> textOrMapping(String key, String plain) {
    Node node = values.get(key);
    if (node instanceof ScalarNode) {
      text(key);
      return Optional.of(new YamlMapping(file, this, key, plain));
    }
    return Optional.ofNullable(node).map(below -> new YamlMapping(file, below));
  }

  private YamlMapping(Path file, YamlMapping above, String key, String plain) {
    this.file = file;
    line = above.line(key);
    values.put(plain, above.values.get(key));
    lines.put(plain, line);
  }

  /** Lets a mistake that is found elsewhere say where it was made. */
  <T> T located(String key, Supplier<T> work) {
    try {
      return work.get();
    } catch (UserError e) {
      if (e.getMessage().startsWith(file.toString())) {
        throw e;
      }
      throw new UserError("%s line %d: %s".formatted(file, line(key), e.getMessage()), e.hint(), e);
    }
  }

  /** The line of a key, or of the mapping where it is missing; the first line is 1. */
  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  UserError error(String key, String what) {
    return error(file, line(key), key + ": " + what);
  }

  private static UserError error(Path file, int line, String what) {
    return new UserError("%s line %d: %s".formatted(file, line, what), "Mend the file.");
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
