package dev.pixelwatch.tools.compare.source;

import java.nio.file.Path;

/**
 * What is compared, for people.
 *
 * @param reference where the reference comes from
 * @param nameA short name of build A
 * @param sourceA where it comes from
 * @param nameB short name of build B
 * @param sourceB where it comes from
 */
public record Labels(String reference, String nameA, String sourceA, String nameB, String sourceB) {

  /** Files are called by their names, and by their whole paths where both have one name. */
  static Labels ofFiles(Path reference, Path a, Path b) {
    return new Labels(reference.toString(), name(a, b), a.toString(), name(b, a), b.toString());
  }

  private static String name(Path file, Path other) {
    boolean same = file.getFileName().equals(other.getFileName());
    return (same ? file : file.getFileName()).toString();
  }
}
