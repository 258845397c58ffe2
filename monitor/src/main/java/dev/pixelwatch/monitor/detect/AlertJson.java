package dev.pixelwatch.monitor.detect;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts as JSON: one object with the names of {@link Alert} in snake case, in this order, nulls
 * written. Fields may be added, never renamed; a reader leaves out what it does not know.
 */
public final class AlertJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private AlertJson() {}

  /** The alert in UTF-8 on one line. */
  public static byte[] encode(Alert alert) {
    return MAPPER.writeValueAsBytes(alert);
  }

  /**
   * Reads an alert.
   *
   * @throws IllegalArgumentException if the bytes are no alert
   */
  public static Alert decode(byte[] json) {
    try {
      Alert alert = MAPPER.readValue(json, Alert.class);
      if (alert == null || alert.id() == null || alert.stream() == null || alert.kind() == null) {
        throw new IllegalArgumentException("an alert without id, stream or kind");
      }
      return alert;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not an alert: " + e.getOriginalMessage(), e);
    }
  }
}
