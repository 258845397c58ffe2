package dev.pixelwatch.monitor.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what an {@link EvidenceStore} keeps, also while it writes. */
public final class EvidenceReader {
  private static final Pattern MAP = Pattern.compile("(frame-(\\d+)-)(\\w+)\\.png");

  private final Path root;

  /**
   * @param root folder of the store; need not be there yet
   */
  public EvidenceReader(Path root) {
    this.root = root;
  }

  /**
   * The frames that are kept for an alert, by number; none if it is not known here.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public List<EvidenceFrame> frames(String alertId) {
    // Looked for among what is there: no path is made of an id that came from elsewhere.
    String wanted = EvidenceStore.folderName(alertId);
    return entries(root).stream()
        .filter(folder -> folder.getFileName().toString().equals(wanted))
        .flatMap(folder -> entries(folder).stream())
        .flatMap(file -> frame(file).stream())
        .sorted(Comparator.comparingLong(EvidenceFrame::number))
        .toList();
  }

  /** The map is written last, so that with it all is there. */
  private static Optional<EvidenceFrame> frame(Path map) {
    Matcher name = MAP.matcher(map.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new EvidenceFrame(
            Long.parseLong(name.group(2)),
            name.group(3),
            map.resolveSibling(name.group(1) + EvidencePictures.REFERENCE),
            map.resolveSibling(name.group(1) + EvidencePictures.PROCESSED),
            map));
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }
}
