package dev.pixelwatch.tools.record;

import dev.pixelwatch.runtime.ModelInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a recording holds of one build.
 *
 * @param stream camera or codec channel under watch
 * @param stage what stands between reference and processed
 * @param build version of the stage
 * @param firstFrame lowest frame number, or null if there is none
 * @param lastFrame highest frame number, or null
 * @param records how many there are of each kind
 * @param models the networks of its scores
 */
public record BuildSummary(
    String stream,
    String stage,
    String build,
    Long firstFrame,
    Long lastFrame,
    Map<String, Long> records,
    List<ModelInfo> models) {

  static BuildSummary of(PartInfo part) {
    return new BuildSummary(
        part.stream(),
        part.stage(),
        part.build(),
        part.firstFrame(),
        part.lastFrame(),
        Map.of(part.kind(), part.records()),
        part.models());
  }

  BuildSummary plus(BuildSummary other) {
    Map<String, Long> counts = new TreeMap<>(records);
    other.records.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
    List<ModelInfo> networks = new ArrayList<>(models);
    other.models.stream().filter(model -> !networks.contains(model)).forEach(networks::add);
    return new BuildSummary(
        stream,
        stage,
        build,
        PartTally.lower(firstFrame, other.firstFrame),
        PartTally.higher(lastFrame, other.lastFrame),
        counts,
        networks);
  }
}
