package dev.pixelwatch.tools.record;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files that say what is in them, and differ even where case does not count. */
final class FileNames {
  private static final int LONGEST = 100;

  private final Set<String> taken = new HashSet<>();

  /** Such as {@code cam1.7.1.scores.avro}. */
  String next(RecordKind kind, BuildId build) {
    String words = (build.stream() + "." + build.build()).replaceAll("[^A-Za-z0-9._-]", "_");
    String start = words.replaceFirst("^\\.+", "_");
    String stem = start.substring(0, Math.min(LONGEST, start.length())) + "." + kind.id();
    String name = stem + ".avro";
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = stem + "-" + i + ".avro";
    }
    return name;
  }
}
