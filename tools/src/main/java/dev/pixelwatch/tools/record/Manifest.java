package dev.pixelwatch.tools.record;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a recording holds, as {@code manifest.json} says it. Names, units and meaning are a
 * contract: fields may be added, never renamed.
 *
 * @param format version of the format; this program reads 1
 * @param pixelwatch version of the program that wrote it
 * @param created when it was begun, as ISO 8601 in UTC
 * @param complete whether it was closed in order; if not, the files say what there is
 * @param ended why it ended, in words
 * @param leftOut how many records of each topic could not be read and were left out
 * @param builds what there is for each build; follows from the files, for readers
 * @param files the files
 */
public record Manifest(
    int format,
    String pixelwatch,
    String created,
    boolean complete,
    String ended,
    Map<String, Long> leftOut,
    List<BuildSummary> builds,
    List<PartInfo> files) {

  /** The version of the format that is written. */
  public static final int FORMAT = 1;

  /** Name of the file that holds it. */
  public static final String FILE = "manifest.json";

  public Manifest {
    leftOut = leftOut == null ? Map.of() : Map.copyOf(leftOut);
    builds = builds == null ? List.of() : List.copyOf(builds);
    files = files == null ? List.of() : List.copyOf(files);
  }

  static Manifest of(
      String pixelwatch,
      String created,
      boolean complete,
      String ended,
      Map<String, Long> leftOut,
      List<PartInfo> files) {
    List<PartInfo> sorted = files.stream().sorted(Comparator.comparing(PartInfo::file)).toList();
    return new Manifest(
        FORMAT, pixelwatch, created, complete, ended, leftOut, summaries(sorted), sorted);
  }

  /** What the files hold for each build, in order. */
  private static List<BuildSummary> summaries(List<PartInfo> files) {
    SortedMap<BuildId, BuildSummary> builds = new TreeMap<>();
    files.forEach(part -> builds.merge(part.buildId(), BuildSummary.of(part), BuildSummary::plus));
    return List.copyOf(builds.values());
  }

  /** The files by their names. */
  Map<String, PartInfo> byFile() {
    return files.stream()
        .collect(Collectors.toMap(PartInfo::file, Function.identity(), (a, b) -> a));
  }

  /** Length of all files together. */
  public long bytes() {
    return files.stream().mapToLong(PartInfo::bytes).sum();
  }
}
