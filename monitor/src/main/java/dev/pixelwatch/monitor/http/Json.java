package dev.pixelwatch.monitor.http;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** JSON documents written value by value, since most of them are long columns of numbers. */
final class Json {
  static final String TYPE = "application/json";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** A document whose outermost value is an object with these contents. */
  static String object(Consumer<JsonGenerator> contents) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      json.writeStartObject();
      contents.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  static void array(JsonGenerator json, String name, Runnable contents) {
    json.writeName(name);
    json.writeStartArray();
    contents.run();
    json.writeEndArray();
  }

  static void object(JsonGenerator json, String name, Runnable contents) {
    json.writeName(name);
    json.writeStartObject();
    contents.run();
    json.writeEndObject();
  }

  /** A number with so many decimals; JSON knows no NaN and no infinity, which become null. */
  static void number(JsonGenerator json, double value, int decimals) {
    if (!Double.isFinite(value)) {
      json.writeNull();
      return;
    }
    double scale = Math.pow(10, decimals);
    json.writeNumber((float) (Math.rint(value * scale) / scale));
  }

  static void number(JsonGenerator json, String name, Number valueOrNull, int decimals) {
    json.writeName(name);
    number(json, valueOrNull == null ? Double.NaN : valueOrNull.doubleValue(), decimals);
  }
}
