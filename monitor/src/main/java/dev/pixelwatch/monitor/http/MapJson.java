package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.Maps;
import dev.pixelwatch.schemas.DistortionMap;
import tools.jackson.core.JsonGenerator;

/** A map as numbers: for each type its rows of signed intensities. */
final class MapJson {
  private static final int DECIMALS = 3;

  private MapJson() {}

  static String document(DistortionMap map) {
    dev.pixelwatch.core.DistortionMap values = Maps.toMap(map);
    return Json.object(
        json -> {
          json.writeStringProperty("stream", map.getStream());
          json.writeNumberProperty("frame", map.getFrameNumber());
          json.writeNumberProperty("rows", map.getRows());
          json.writeNumberProperty("columns", map.getColumns());
          Json.object(json, "intensities", () -> types(json, values));
        });
  }

  private static void types(JsonGenerator json, dev.pixelwatch.core.DistortionMap map) {
    for (DistortionType type : DistortionType.values()) {
      Json.array(
          json,
          type.id(),
          () -> {
            for (int row = 0; row < map.rows(); row++) {
              json.writeStartArray();
              for (int column = 0; column < map.columns(); column++) {
                Json.number(json, map.intensity(type, row, column), DECIMALS);
              }
              json.writeEndArray();
            }
          });
    }
  }
}
