package dev.pixelwatch.monitor.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The open alerts of a stream, and those to be sent. What it remembers is in its fields. */
final class AlertBook {
  /** Open alerts by kind and type. */
  Map<String, Alert> open = new LinkedHashMap<>();

  long serial;
  String stage = "";
  String build = "";

  private transient List<Alert> outgoing = new ArrayList<>();

  /** What an alert is about, before it has a number. */
  record Opening(
      AlertKind kind,
      String type,
      Integer direction,
      long frame,
      long timeUs,
      Double baseline,
      Double current,
      Box box,
      List<Long> evidence,
      String message) {

    /** About a state of the stream rather than a value. */
    static Opening state(AlertKind kind, long frame, long timeUs, String message) {
      return new Opening(
          kind, null, null, frame, timeUs, null, null, null, List.of(frame), message);
    }

    /** About a state that no frame shows. */
    static Opening unseen(AlertKind kind, long frame, long timeUs, String message) {
      return new Opening(kind, null, null, frame, timeUs, null, null, null, List.of(), message);
    }
  }

  void at(String newStage, String newBuild) {
    stage = newStage;
    build = newBuild;
  }

  /** Opens an alert unless its kind or type is muted, or one of them is open already. */
  void open(String stream, DetectorRules rules, Opening o) {
    String key = key(o.kind(), o.type());
    if (open.containsKey(key) || rules.isMuted(stream, o.kind(), o.type())) {
      return;
    }
    String id = String.format(Locale.ROOT, "%s/%s/%d-%d", stream, key, o.frame(), ++serial);
    Alert alert =
        new Alert(
            id,
            stream,
            stage,
            build,
            o.kind().id(),
            o.type(),
            o.direction(),
            o.frame(),
            o.timeUs(),
            null,
            null,
            rounded(o.baseline()),
            rounded(o.current()),
            o.box(),
            o.evidence(),
            o.message());
    open.put(key, alert);
    outgoing.add(alert);
  }

  boolean isOpen(AlertKind kind, String type) {
    return open.containsKey(key(kind, type));
  }

  /**
   * Closes an alert, if it is open.
   *
   * @param frame the first that is well again, or null if none is about it
   * @param current the value by then, or null to leave it
   * @param why added to the message; may be empty
   */
  void close(AlertKind kind, String type, Long frame, long timeUs, Double current, String why) {
    Alert alert = open.remove(key(kind, type));
    if (alert != null) {
      close(alert, frame, timeUs, current, why);
    }
  }

  /** Closes all that is open, with no frame about it. */
  void closeAll(long timeUs, String why) {
    open.values().forEach(alert -> close(alert, null, timeUs, null, why));
    open.clear();
  }

  private void close(Alert a, Long frame, long timeUs, Double current, String why) {
    outgoing.add(
        new Alert(
            a.id(),
            a.stream(),
            a.stage(),
            a.build(),
            a.kind(),
            a.type(),
            a.direction(),
            a.openedFrame(),
            a.openedTimeUs(),
            frame,
            Math.max(timeUs, a.openedTimeUs()),
            a.baseline(),
            current == null ? a.current() : rounded(current),
            a.box(),
            a.evidenceFrames(),
            why.isEmpty() ? a.message() : a.message() + " " + why));
  }

  /** What has opened or closed since the last call. */
  List<Alert> take() {
    List<Alert> taken = List.copyOf(outgoing);
    outgoing.clear();
    return taken;
  }

  private static String key(AlertKind kind, String type) {
    return type == null ? kind.id() : kind.id() + "/" + type;
  }

  private static Double rounded(Double value) {
    return value == null ? null : Math.round(value * 1e4) / 1e4;
  }
}
