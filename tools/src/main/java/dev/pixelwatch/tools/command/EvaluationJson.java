package dev.pixelwatch.tools.command;

import dev.pixelwatch.training.evaluation.Measurements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measurements as a JSON document. */
final class EvaluationJson {
  private EvaluationJson() {}

  /** The document; what was not measured is left out. */
  static Map<String, Object> document(Measurements measured) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.number());
    document.put("model", measured.model());
    document.put("engine", measured.engine());
    measured.evaluation().ifPresent(evaluation -> document.put("evaluation", evaluation));
    if (!measured.knownPairs().isEmpty()) {
      document.put("known_pairs", measured.knownPairs());
    }
    measured
        .human()
        .ifPresent(
            human -> {
              Map<String, Object> people = new LinkedHashMap<>();
              people.put("pairs", human.points().size());
              people.put("pairs_of_type", human.pairs());
              people.put("srcc", human.measures());
              document.put("human", people);
            });
    return document;
  }

  /** Those of several networks. */
  static Map<String, Object> documents(List<Measurements> networks) {
    return Map.of("networks", networks.stream().map(EvaluationJson::document).toList());
  }
}
