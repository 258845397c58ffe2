package dev.pixelwatch.monitor.detect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Rules in YAML. Every key may be left out:
 *
 * <pre>
 * intensity-step: 0.15        # any key of {@link RuleOption}
 * steps:                      # another step for some streams and a type
 *   - {stream: "roof-*", type: noise, step: 0.3}
 * mute:                       # not told; any of stream, type and kind, * for any letters
 *   - {kind: improvement}
 *   - {stream: cam2, type: warmth}
 * </pre>
 */
public final class RulesFile {
  private static final String HINT = "See 'Rules' in the README for the keys and their defaults.";

  private final YamlFile yaml;
  private final Map<RuleOption, Double> values = new EnumMap<>(RuleOption.class);
  private final List<DetectorRules.Override> overrides = new ArrayList<>();
  private final List<DetectorRules.Mute> mutes = new ArrayList<>();

  private RulesFile(Path file) {
    yaml = new YamlFile(file, HINT);
  }

  /**
   * Reads rules.
   *
   * @throws dev.pixelwatch.core.UserError if the file cannot be read or a rule is wrong, with its
   *     line
   */
  public static DetectorRules read(Path file) {
    RulesFile rules = new RulesFile(file);
    rules.yaml.root().forEach(rules::take);
    return new DetectorRules(rules.values, rules.overrides, rules.mutes);
  }

  private void take(String key, Node node) {
    switch (key) {
      case "steps" -> yaml.list(node, key).forEach(this::takeStep);
      case "mute" -> yaml.list(node, key).forEach(this::takeMute);
      default -> {
        RuleOption option =
            RuleOption.byId(key)
                .orElseThrow(() -> yaml.error(node, key, "is no rule; there are " + known()));
        values.put(option, yaml.number(node, key, option.minimum(), option.maximum()));
      }
    }
  }

  private static String known() {
    return Arrays.stream(RuleOption.values())
        .map(RuleOption::id)
        .collect(Collectors.joining(", ", "steps, mute, ", ""));
  }

  private void takeStep(Node item) {
    Map<String, Node> keys = keys(item, "steps", List.of("stream", "type", "step"));
    if (!keys.containsKey("type") || !keys.containsKey("step")) {
      throw yaml.error(item, "steps", "needs a type and a step");
    }
    String type = type(keys.get("type"));
    int quantity = Quantity.byId(type).orElseThrow();
    double step = yaml.number(keys.get("step"), "step", 0.01, 1000);
    Node stream = keys.get("stream");
    overrides.add(
        new DetectorRules.Override(
            stream == null ? "*" : yaml.text(stream, "stream"), quantity, step));
  }

  private void takeMute(Node item) {
    Map<String, Node> keys = keys(item, "mute", List.of("stream", "type", "kind"));
    if (keys.isEmpty()) {
      throw yaml.error(item, "mute", "needs a stream, a type or a kind");
    }
    Node stream = keys.get("stream");
    Node type = keys.get("type");
    Node kind = keys.get("kind");
    mutes.add(
        new DetectorRules.Mute(
            stream == null ? null : yaml.text(stream, "stream"),
            type == null ? null : type(type),
            kind == null ? null : kind(kind)));
  }

  private Map<String, Node> keys(Node item, String list, List<String> allowed) {
    Map<String, Node> keys = yaml.mapping(item, list);
    keys.forEach(
        (key, node) -> {
          if (!allowed.contains(key)) {
            throw yaml.error(node, key, "is no key of " + list + "; there are " + allowed);
          }
        });
    return keys;
  }

  private String type(Node node) {
    String type = yaml.text(node, "type");
    if (Quantity.byId(type).isEmpty()) {
      throw yaml.error(node, "type", "is '" + type + "', which is no distortion type, nor score");
    }
    return type;
  }

  private String kind(Node node) {
    String kind = yaml.text(node, "kind");
    if (AlertKind.byId(kind).isEmpty()) {
      String kinds =
          Arrays.stream(AlertKind.values()).map(AlertKind::id).collect(Collectors.joining(", "));
      throw yaml.error(node, "kind", "is '" + kind + "', which is none of " + kinds);
    }
    return kind;
  }
}
