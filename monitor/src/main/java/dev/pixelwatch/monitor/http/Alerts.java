package dev.pixelwatch.monitor.http;

import dev.pixelwatch.monitor.detect.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest alerts, each as it was sent last. Safe for use by several threads. */
final class Alerts {
  private record Entry(long seq, Alert alert) {}

  private final int most;

  /** In the order of their last change. */
  private final Map<String, Entry> byId = new LinkedHashMap<>();

  private long next;

  Alerts(int most) {
    this.most = most;
  }

  /** Whether this id is new. */
  synchronized boolean add(Alert alert) {
    boolean isNew = byId.remove(alert.id()) == null;
    byId.put(alert.id(), new Entry(next++, alert));
    if (byId.size() > most) {
      byId.remove(firstToForget());
    }
    return isNew;
  }

  /** The oldest that is closed, or the oldest of all. */
  private String firstToForget() {
    return byId.values().stream()
        .filter(entry -> !entry.alert.isOpen())
        .findFirst()
        .orElseGet(() -> byId.values().iterator().next())
        .alert
        .id();
  }

  /** Those that changed from a sequence number on, in the order of their change. */
  synchronized List<Alert> since(long seq) {
    List<Alert> changed = new ArrayList<>();
    for (Entry entry : byId.values()) {
      if (entry.seq >= seq) {
        changed.add(entry.alert);
      }
    }
    return changed;
  }

  /** Forgets those of a stream, and gives them. */
  synchronized List<Alert> take(String stream) {
    List<Alert> taken = new ArrayList<>();
    byId.values().removeIf(entry -> entry.alert.stream().equals(stream) && taken.add(entry.alert));
    return taken;
  }

  /** Sequence number that the next change will have. */
  synchronized long next() {
    return next;
  }
}
