package dev.pixelwatch.monitor;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Distortion maps as records on a topic, and back. */
public final class Maps {
  /** value = byte / LEVELS, so that LEVELS / 2 is exactly 0.5. */
  private static final float LEVELS = 254;

  private static final List<String> TYPES =
      Arrays.stream(DistortionType.values()).map(DistortionType::id).toList();

  private Maps() {}

  /** The record that carries a map, rounded to 255 levels; 0.5 stays exact. */
  public static dev.pixelwatch.schemas.DistortionMap toRecord(
      FrameIdentity identity, DistortionMap map) {
    float[] values = map.values();
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) (LEVELS * Math.min(1, Math.max(0, values[i])) + 0.5f);
    }
    return new dev.pixelwatch.schemas.DistortionMap(
        identity.stream(),
        identity.stage(),
        identity.build(),
        identity.frameNumber(),
        identity.captureTimeUs(),
        map.rows(),
        map.columns(),
        TYPES,
        ByteBuffer.wrap(bytes));
  }

  /**
   * The map that a record carries. Types are found by name, so the order of the channels may
   * differ; a type that the record lacks reads as 0.5.
   *
   * @throws IllegalArgumentException if the number of values does not fit
   */
  public static DistortionMap toMap(dev.pixelwatch.schemas.DistortionMap map) {
    int cells = Math.multiplyExact(map.getRows(), map.getColumns());
    ByteBuffer bytes = map.getValues();
    if (bytes.remaining() != (long) cells * map.getTypes().size()) {
      throw new IllegalArgumentException(
          "a map of %d types and %d x %d cells cannot have %d values"
              .formatted(
                  map.getTypes().size(), map.getRows(), map.getColumns(), bytes.remaining()));
    }
    float[] values = new float[DistortionType.COUNT * cells];
    Arrays.fill(values, 0.5f);
    for (DistortionType type : DistortionType.values()) {
      int channel = map.getTypes().indexOf(type.id());
      if (channel >= 0) {
        int from = bytes.position() + channel * cells;
        for (int i = 0; i < cells; i++) {
          values[type.ordinal() * cells + i] = (bytes.get(from + i) & 0xff) / LEVELS;
        }
      }
    }
    return new DistortionMap(map.getRows(), map.getColumns(), values);
  }
}
