package dev.pixelwatch.training.network;

import java.util.Locale;
import java.util.Optional;

/** What a network is trained on. */
public enum ComputeDevice {
  CPU,
  GPU;

  /** The name used in options. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The device with this {@link #id()}, case ignored. */
  public static Optional<ComputeDevice> byId(String id) {
    for (ComputeDevice device : values()) {
      if (device.id().equalsIgnoreCase(id)) {
        return Optional.of(device);
      }
    }
    return Optional.empty();
  }
}
