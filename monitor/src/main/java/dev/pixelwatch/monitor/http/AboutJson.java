package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.MapPalette;
import dev.pixelwatch.core.ScoreWords;
import tools.jackson.core.JsonGenerator;

/** What a reader has to know to say numbers in words and to colour them. */
final class AboutJson {
  private AboutJson() {}

  static String document() {
    return Json.object(
        json -> {
          json.writeNumberProperty("cell", DistortionMap.CELL);
          json.writeStringProperty("more_colour", colour(1));
          json.writeStringProperty("less_colour", colour(-1));
          Json.array(json, "types", () -> types(json));
          Json.array(json, "score_words", () -> scoreWords(json));
        });
  }

  private static String colour(int direction) {
    return String.format("#%06x", MapPalette.hue(direction));
  }

  private static void types(JsonGenerator json) {
    for (DistortionType type : DistortionType.values()) {
      json.writeStartObject();
      json.writeStringProperty("id", type.id());
      json.writeStringProperty("more", type.inWords(1));
      json.writeStringProperty("less", type.inWords(-1));
      json.writeEndObject();
    }
  }

  private static void scoreWords(JsonGenerator json) {
    for (double limit : ScoreWords.limits()) {
      json.writeStartObject();
      json.writeNumberProperty("from", limit);
      json.writeStringProperty("worse", ScoreWords.of(-limit));
      json.writeStringProperty("better", ScoreWords.of(limit));
      json.writeEndObject();
    }
  }
}
