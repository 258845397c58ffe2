package dev.pixelwatch.monitor.evidence;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.AlertJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with one folder for each alert, up to so many bytes together; the oldest alert goes
 * first. When nothing can be written the pictures are lost and a warning says so.
 */
final class EvidenceFolder {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceFolder.class);
  private static final String ALERT = "alert.json";

  private final Path root;
  private final long limit;

  EvidenceFolder(Path root, long limit) {
    this.root = root;
    this.limit = limit;
  }

  /** Writes what is known of an alert, and some pictures; gives whether that worked. */
  boolean write(Alert alert, Map<String, byte[]> pictures) {
    Path folder = root.resolve(EvidenceStore.folderName(alert.id()));
    long bytes = pictures.values().stream().mapToLong(p -> p.length).sum();
    try {
      makeRoom(bytes, folder);
      try {
        writeFiles(folder, alert, pictures);
      } catch (IOException full) {
        // The disk may be full although the limit is not reached.
        makeRoom(limit / 2 + bytes, folder);
        writeFiles(folder, alert, pictures);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The evidence of alert {} is not kept: {}", alert.id(), e.toString());
      return false;
    }
  }

  private static void writeFiles(Path folder, Alert alert, Map<String, byte[]> pictures)
      throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      Files.write(folder.resolve(picture.getKey()), picture.getValue());
    }
    Files.write(folder.resolve(ALERT), AlertJson.encode(alert));
  }

  /** Removes the oldest folders until so many bytes more fit in. */
  private void makeRoom(long more, Path spared) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> oldestFirst = folders();
    long used = 0;
    for (Path folder : oldestFirst) {
      used += size(folder);
    }
    for (Path folder : oldestFirst) {
      if (used + more <= limit) {
        return;
      }
      if (!folder.equals(spared)) {
        used -= size(folder);
        delete(folder);
      }
    }
  }

  /** The folders that hold an alert, and nothing else that may lie there. */
  private List<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(ALERT)))
          .sorted(Comparator.comparing(EvidenceFolder::modified))
          .toList();
    }
  }

  private static FileTime modified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(ALERT));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
