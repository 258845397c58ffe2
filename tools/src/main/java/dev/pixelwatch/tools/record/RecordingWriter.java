package dev.pixelwatch.tools.record;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes a recording into a folder of its own. What was flushed stays readable if the program ends
 * without closing it. Used by one thread.
 */
public final class RecordingWriter implements AutoCloseable {
  private final Path folder;
  private final String version;
  private final String created = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  private final Map<Key, PartWriter> parts = new LinkedHashMap<>();
  private final List<PartInfo> adopted = new ArrayList<>();
  private final Map<String, Long> leftOut = new TreeMap<>();
  private final FileNames names = new FileNames();
  private Manifest manifest;

  private record Key(RecordKind kind, BuildId build, long schema) {}

  private RecordingWriter(Path folder, String version) throws IOException {
    this.folder = folder;
    this.version = version;
    ManifestFile.write(manifest(false, "", List.of()), folder);
  }

  /**
   * Begins a recording.
   *
   * @param folder a new or empty one
   * @param version of Pixelwatch
   * @throws UserError if the folder holds something or cannot be written
   */
  public static RecordingWriter create(Path folder, String version) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new UserError(folder + " is not empty", "Name a new folder for the recording.");
        }
      }
      return new RecordingWriter(folder, version);
    } catch (IOException e) {
      throw new UserError(
          "the recording cannot be written to %s: %s".formatted(folder, e.getMessage()),
          "Name a folder that you may write.",
          e);
    }
  }

  /**
   * Adds a record as it came from its topic. One that cannot be read is counted and left out.
   *
   * @return whether it was taken
   * @throws UserError if it cannot be written, such as when the disk is full; what was flushed
   *     before is whole, and the recording is closed
   */
  public boolean append(
      RecordKind kind, long publishedMs, int partition, byte[] key, byte[] value) {
    requireOpen();
    Content content;
    WireForm form;
    try {
      content = Content.of(kind, value);
      form = WireForm.of(kind, value);
    } catch (RuntimeException e) {
      leftOut.merge(kind.id(), 1L, Long::sum);
      return false;
    }
    Envelope envelope =
        new Envelope(
            publishedMs,
            partition,
            key == null ? content.key() : key,
            content.frame(),
            content.pixels(),
            Envelope.crc(value));
    try {
      part(kind, content.build(), form).append(envelope, value, content);
      return true;
    } catch (IOException e) {
      throw cutBack(e);
    }
  }

  /**
   * Adds a record that was recorded before; see {@link #append(RecordKind, long, int, byte[],
   * byte[])}.
   */
  public void append(RecordedMessage message) {
    append(
        message.kind(), message.publishedMs(), message.partition(), message.key(), message.value());
  }

  /**
   * Takes over what another recording has, without copying files that are whole where the file
   * system can share them.
   *
   * @throws UserError as {@link #append} does
   */
  public void adopt(Recording other, Selection selection) {
    requireOpen();
    Map<String, PartInfo> listed = other.manifest().map(Manifest::byFile).orElse(Map.of());
    try {
      for (PartReader part : other.parts()) {
        if (selection.has(part.header().kind(), part.header().build())) {
          PartInfo info = listed.get(part.file().getFileName().toString());
          if (info != null && info.bytes() == Files.size(part.file())) {
            share(part.file(), info);
          } else {
            part.entries().forEach(entry -> part.read(entry).ifPresent(this::append));
          }
        }
      }
    } catch (IOException e) {
      throw cutBack(e);
    }
  }

  private void share(Path source, PartInfo info) throws IOException {
    String name = names.next(RecordKind.of(info.kind()).orElseThrow(), info.buildId());
    Path target = folder.resolve(name);
    try {
      Files.createLink(target, source);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(source, target);
    }
    adopted.add(info.named(name));
  }

  private PartWriter part(RecordKind kind, BuildId build, WireForm form) throws IOException {
    Key key = new Key(kind, build, form.fingerprint());
    PartWriter known = parts.get(key);
    if (known == null) {
      known = new PartWriter(folder.resolve(names.next(kind, build)), kind, build, form);
      parts.put(key, known);
    }
    return known;
  }

  /**
   * From here on what was added so far is safe from anything but a loss of power.
   *
   * @throws UserError as {@link #append} does
   */
  public void flush() {
    requireOpen();
    try {
      for (PartWriter part : parts.values()) {
        part.flush();
      }
    } catch (IOException e) {
      throw cutBack(e);
    }
  }

  /** Bytes written so far. */
  public long bytes() {
    return parts.values().stream().mapToLong(PartWriter::bytes).sum();
  }

  private void requireOpen() {
    if (manifest != null) {
      throw new IllegalStateException("the recording in " + folder + " is closed");
    }
  }

  private UserError cutBack(IOException cause) {
    String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    try {
      List<PartInfo> whole = new ArrayList<>(adopted);
      // What is cut off first makes room for what the others still have in memory.
      for (PartWriter part : parts.values()) {
        if (part.isBroken()) {
          whole.add(part.cutBack());
        }
      }
      for (PartWriter part : parts.values()) {
        if (!part.isBroken()) {
          whole.add(closeOrCutBack(part));
        }
      }
      manifest = manifest(true, "it could not be written on: " + why, whole);
      ManifestFile.write(manifest, folder);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return new UserError(
        "the recording in %s cannot be written on: %s".formatted(folder, why),
        "What was recorded before is whole; free some space, or use another disk or --max-size.",
        cause);
  }

  private static PartInfo closeOrCutBack(PartWriter part) throws IOException {
    try {
      return part.close();
    } catch (IOException e) {
      return part.cutBack();
    }
  }

  /**
   * Ends the recording.
   *
   * @param ended why, in words
   * @return what it holds
   * @throws UserError as {@link #append} does
   */
  public Manifest close(String ended) {
    requireOpen();
    try {
      List<PartInfo> files = new ArrayList<>(adopted);
      for (PartWriter part : parts.values()) {
        files.add(part.close());
      }
      manifest = manifest(true, ended, files);
      ManifestFile.write(manifest, folder);
      return manifest;
    } catch (IOException e) {
      throw cutBack(e);
    }
  }

  /**
   * Removes what was written, for a recording that came to nothing. One that is closed stays: where
   * it could not be written on, what was recorded before is whole.
   *
   * @throws UserError if it cannot be removed
   */
  public void discard() {
    if (manifest != null) {
      return;
    }
    try {
      for (PartWriter part : parts.values()) {
        Files.delete(folder.resolve(part.close().file()));
      }
      for (PartInfo part : adopted) {
        Files.delete(folder.resolve(part.file()));
      }
      Files.delete(folder.resolve(Manifest.FILE));
      manifest = manifest(false, "", List.of());
    } catch (IOException e) {
      throw cutBack(e);
    }
  }

  private Manifest manifest(boolean complete, String ended, List<PartInfo> files) {
    return Manifest.of(version, created, complete, ended, leftOut, files);
  }

  /** Ends the recording where nobody has done so yet. */
  @Override
  public void close() {
    if (manifest == null) {
      close("it was broken off");
    }
  }
}
