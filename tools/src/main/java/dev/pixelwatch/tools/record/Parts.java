package dev.pixelwatch.tools.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a recording, open for reading, and what is not whole about them. */
final class Parts implements AutoCloseable {
  private final Set<String> flaws = new LinkedHashSet<>();
  private final List<PartReader> parts = new ArrayList<>();

  /** Opens all files that lie there, and notices those that the manifest misses. */
  Parts(Path folder, Optional<Manifest> manifest) throws IOException {
    if (manifest.isEmpty()) {
      flaws.add("there is no readable " + Manifest.FILE + "; the files say what there is");
    } else if (!manifest.get().complete()) {
      flaws.add("the recording was not closed in order; what was flushed is used");
    }
    SortedSet<Path> files = files(folder);
    for (PartInfo part : manifest.map(Manifest::files).orElse(List.of())) {
      if (!files.contains(folder.resolve(part.file()))) {
        flaws.add(part.file() + ": the file is missing");
      }
    }
    for (Path file : files) {
      PartReader.open(file, flaws::add).ifPresent(parts::add);
    }
  }

  private static SortedSet<Path> files(Path folder) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(file -> file.toString().endsWith(".avro")).forEach(files::add);
    }
    return files;
  }

  /** What is not whole, as far as has been read. */
  List<String> flaws() {
    return List.copyOf(flaws);
  }

  List<PartReader> all() {
    return List.copyOf(parts);
  }

  Stream<PartReader> of(BuildId build, RecordKind kind) {
    return parts.stream()
        .filter(part -> part.header().kind() == kind && part.header().build().equals(build));
  }

  Stream<PartReader> of(Selection selection) {
    return parts.stream()
        .filter(part -> selection.has(part.header().kind(), part.header().build()));
  }

  /** The files of a kind of all builds of a stream. */
  Stream<PartReader> ofStream(String stream, RecordKind kind) {
    return parts.stream()
        .filter(part -> part.header().kind() == kind)
        .filter(part -> part.header().build().stream().equals(stream));
  }

  /** Where all records of some files are. */
  static Stream<Place> places(Stream<PartReader> some) {
    return some.flatMap(part -> part.entries().stream().map(entry -> new Place(part, entry)));
  }

  /** The first record of each frame number, as the monitor pairs the first and rejects others. */
  static SortedMap<Long, Place> byFrame(Stream<PartReader> some) {
    SortedMap<Long, Place> index = new TreeMap<>();
    places(some).forEach(place -> index.putIfAbsent(place.frame(), place));
    return index;
  }

  @Override
  public void close() {
    parts.forEach(PartReader::close);
  }
}
