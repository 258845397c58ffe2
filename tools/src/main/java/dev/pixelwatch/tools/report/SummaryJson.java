package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code summary.json}, which other programs read: names, order and units are a contract. Fields
 * may be added, never renamed. Numbers that no frame gave are null.
 */
public final class SummaryJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SummaryJson() {}

  /**
   * Writes the file whole or not at all.
   *
   * @throws dev.pixelwatch.core.UserError if it cannot be written
   */
  public static void write(Summary summary, Path file) {
    ReportFiles.write(file, of(summary));
  }

  /** The document as text, with a line feed at its end. */
  public static String of(Summary summary) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(summary)) + "\n";
  }

  private static ObjectNode tree(Summary summary) {
    RunInfo run = summary.run();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", run.version());
    root.putObject("model").put("name", run.modelName()).put("sha256", run.modelSha256());
    root.put("stream", run.stream());
    root.put("frames", summary.frames());
    ObjectNode outcomes = root.putObject("outcomes");
    summary.outcomes().forEach((outcome, count) -> outcomes.put(outcome.id(), count));
    ObjectNode score = root.putObject("score");
    JsonNumbers.put(score, "mean", summary.score().mean(), Numbers.SCORE_DECIMALS);
    JsonNumbers.put(score, "p5", summary.score().p5(), Numbers.SCORE_DECIMALS);
    JsonNumbers.put(score, "min", summary.score().min(), Numbers.SCORE_DECIMALS);
    types(root.putObject("types"), summary.types());
    ArrayNode top = root.putArray("top_types");
    summary.topTypes().forEach(type -> top.add(type.id()));
    root.set("alerts", MAPPER.valueToTree(summary.alerts()));
    ObjectNode speed = root.putObject("speed");
    JsonNumbers.put(speed, "pairs_per_second", run.pairsPerSecond(), 2);
    speed.put("covers", run.covers());
    run(root.putObject("run"), run);
    return root;
  }

  private static void types(ObjectNode node, Map<DistortionType, TypeStatistics> types) {
    types.forEach(
        (type, statistics) -> {
          ObjectNode one = node.putObject(type.id());
          JsonNumbers.put(one, "mean", statistics.mean(), Numbers.INTENSITY_DECIMALS);
          JsonNumbers.put(one, "p95", statistics.p95(), Numbers.INTENSITY_DECIMALS);
          JsonNumbers.put(one, "max", statistics.max(), Numbers.INTENSITY_DECIMALS);
        });
  }

  private static void run(ObjectNode node, RunInfo run) {
    node.put("stage", run.stage());
    node.put("build", run.build());
    node.put("reference", run.referenceName());
    node.put("processed", run.processedName());
    node.put("width", run.width());
    node.put("height", run.height());
    node.put("engine", run.engine());
    ArrayNode notes = node.putArray("notes");
    run.notes().forEach(notes::add);
  }
}
