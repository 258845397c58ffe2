package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.monitor.yaml.YamlFile;
import dev.pixelwatch.monitor.yaml.YamlMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private final Map<RuleOption, Double> values = new EnumMap<>(RuleOption.class);
  private final List<DetectorRules.Override> overrides = new ArrayList<>();
  private final List<DetectorRules.Mute> mutes = new ArrayList<>();

  private RulesFile() {}

  /**
   * Reads rules.
   *
   * @throws dev.pixelwatch.core.UserError if the file cannot be read or a rule is wrong, with its
   *     line
   */
  public static DetectorRules read(Path file) {
    YamlMapping root = YamlFile.read(file, HINT);
    root.allow("rule", known());
    RulesFile rules = new RulesFile();
    root.mappings("steps").forEach(rules::takeStep);
    root.mappings("mute").forEach(rules::takeMute);
    for (RuleOption option : RuleOption.values()) {
      if (root.keys().contains(option.id())) {
        rules.values.put(option, root.number(option.id(), option.minimum(), option.maximum()));
      }
    }
    return new DetectorRules(rules.values, rules.overrides, rules.mutes);
  }

  private static List<String> known() {
    return Stream.concat(
            Stream.of("steps", "mute"), Arrays.stream(RuleOption.values()).map(RuleOption::id))
        .toList();
  }

  private void takeStep(YamlMapping item) {
    item.allow("key of steps", List.of("stream", "type", "step"));
    if (!item.keys().containsAll(List.of("type", "step"))) {
      throw item.error("needs a type and a step");
    }
    overrides.add(
        new DetectorRules.Override(
            item.text("stream").orElse("*"),
            Quantity.byId(type(item)).orElseThrow(),
            item.number("step", 0.01, 1000)));
  }

  private void takeMute(YamlMapping item) {
    item.allow("key of mute", List.of("stream", "type", "kind"));
    if (item.keys().isEmpty()) {
      throw item.error("needs a stream, a type or a kind");
    }
    mutes.add(
        new DetectorRules.Mute(
            item.text("stream").orElse(null),
            item.keys().contains("type") ? type(item) : null,
            item.keys().contains("kind") ? kind(item) : null));
  }

  private static String type(YamlMapping item) {
    String type = item.required("type");
    if (Quantity.byId(type).isEmpty()) {
      throw item.error("type", "is '" + type + "', which is no distortion type, nor score");
    }
    return type;
  }

  private static String kind(YamlMapping item) {
    String kind = item.required("kind");
    if (AlertKind.byId(kind).isEmpty()) {
      String kinds =
          Arrays.stream(AlertKind.values()).map(AlertKind::id).collect(Collectors.joining(", "));
      throw item.error("kind", "is '" + kind + "', which is none of " + kinds);
    }
    return kind;
  }
}
