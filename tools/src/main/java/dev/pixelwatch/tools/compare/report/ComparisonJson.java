package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.compare.CommonFrames;
import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.compare.ScoredBuild;
import dev.pixelwatch.tools.report.JsonNumbers;
import dev.pixelwatch.tools.report.ReportFiles;
import dev.pixelwatch.tools.report.RunInfo;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code compare.json}, which other programs read: names, order and units are a contract. Fields
 * may be added, never renamed. What is not known is null.
 */
public final class ComparisonJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int DECIMALS = 5;

  private ComparisonJson() {}

  /**
   * Writes the file whole or not at all.
   *
   * @throws dev.pixelwatch.core.UserError if it cannot be written
   */
  public static void write(Compared compared, Path file) {
    ReportFiles.write(file, of(compared));
  }

  /** The document as text, with a line feed at its end. */
  public static String of(Compared compared) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(compared)) + "\n";
  }

  private static ObjectNode tree(Compared compared) {
    Comparison comparison = compared.comparison();
    RunInfo run = compared.run();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", run.version());
    root.put("gate", comparison.outcome().id());
    root.put("exit_code", comparison.outcome().exitCode());
    build(root.putObject("a"), comparison.a());
    build(root.putObject("b"), comparison.b());
    root.put("reference", run.referenceName());
    root.putObject("model").put("name", run.modelName()).put("sha256", run.modelSha256());
    frames(root.putObject("frames"), comparison.frames());
    ObjectNode dependence = root.putObject("dependence");
    JsonNumbers.put(dependence, "block_length", comparison.blockLength(), 1);
    dependence.put("batches", comparison.batches());
    root.put("confidence", comparison.gate().confidence());
    ObjectNode quantities = root.putObject("quantities");
    comparison
        .differences()
        .forEach(d -> put(quantities.putObject(d.quantity().id()), d, comparison));
    compared.direct().ifPresent(direct -> DirectJson.put(root.putObject("direct"), direct));
    ArrayNode shown = root.putArray("frames_that_differ_most");
    compared.shown().forEach(frame -> shown.add(frame.number()));
    run(root.putObject("run"), run);
    return root;
  }

  private static void build(ObjectNode node, ScoredBuild build) {
    node.put("name", build.name()).put("source", build.source());
    node.put("frames", build.frames().size());
  }

  private static void frames(ObjectNode node, CommonFrames frames) {
    node.put("common", frames.count());
    node.put("first", frames.first()).put("last", frames.last());
    node.put("only_in_a", frames.onlyInA()).put("only_in_b", frames.onlyInB());
  }

  private static void put(ObjectNode node, QuantityDifference d, Comparison comparison) {
    JsonNumbers.put(node, "mean_a", d.meanA(), DECIMALS);
    JsonNumbers.put(node, "mean_b", d.meanB(), DECIMALS);
    node.put("distance", d.quantity().isTwoSided());
    JsonNumbers.put(node, "difference", d.difference().mean(), DECIMALS);
    JsonNumbers.put(node, "low", d.difference().low(), DECIMALS);
    JsonNumbers.put(node, "high", d.difference().high(), DECIMALS);
    JsonNumbers.put(node, "p", d.difference().chance(), DECIMALS);
    JsonNumbers.put(node, "step", d.step(), DECIMALS);
    node.put("verdict", d.verdict().id());
    node.put("side_effect", comparison.isSideEffect(d));
    JsonNumbers.put(node, "allowed", comparison.gate().allowed(d.quantity()), DECIMALS);
    node.put("gate", d.gate().id());
  }

  private static void run(ObjectNode node, RunInfo run) {
    node.put("width", run.width()).put("height", run.height()).put("engine", run.engine());
    JsonNumbers.put(node, "pairs_per_second", run.pairsPerSecond(), 2);
    node.put("covers", run.covers());
    ArrayNode notes = node.putArray("notes");
    run.notes().forEach(notes::add);
  }
}
