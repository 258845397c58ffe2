package dev.pixelwatch.tools.record;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a recording, and whether it is whole. Files whose checksum is that of the manifest are
 * whole; of others every record is read.
 *
 * @param whole whether it was closed in order and every file is as it was then
 * @param flaws what is not, in words
 * @param found what can be used, in the form of a manifest made anew
 */
public record Inspection(boolean whole, List<String> flaws, Manifest found) {

  /** Looks at everything in a recording. */
  public static Inspection of(Recording recording) {
    List<String> flaws = new ArrayList<>();
    Map<String, PartInfo> listed = recording.manifest().map(Manifest::byFile).orElse(Map.of());
    List<PartInfo> files = new ArrayList<>();
    for (PartReader part : recording.parts()) {
      String name = part.file().getFileName().toString();
      files.add(look(part, Optional.ofNullable(listed.get(name)), flaws));
    }
    // Asked last: reading has found what is damaged within the files.
    flaws.addAll(0, recording.flaws());
    return new Inspection(flaws.isEmpty(), flaws, manifest(recording, files));
  }

  private static PartInfo look(PartReader part, Optional<PartInfo> listed, List<String> flaws) {
    try {
      Path file = part.file();
      String sha256 = Sha256.of(file);
      PartTally tally = tally(part, listed.filter(known -> known.sha256().equals(sha256)));
      if (listed.isPresent() && !listed.get().sha256().equals(sha256)) {
        flaws.add(
            "%s: its checksum is not that of the manifest; %d of %d records are whole"
                .formatted(file.getFileName(), tally.records(), listed.get().records()));
      }
      return PartInfo.of(
          file.getFileName().toString(),
          part.header().kind(),
          part.header().build(),
          tally,
          Files.size(file),
          sha256);
    } catch (IOException e) {
      throw new UserError(
          "%s cannot be read: %s".formatted(part.file(), e.getMessage()), "Check the disk.", e);
    }
  }

  private static PartTally tally(PartReader part, Optional<PartInfo> whole) {
    PartTally tally = PartTally.NONE;
    if (whole.isPresent()) {
      for (Entry entry : part.entries()) {
        tally = tally.plus(entry.frame(), entry.publishedMs(), Optional.empty());
      }
      return tally.with(whole.get().models());
    }
    for (Entry entry : part.entries()) {
      Optional<RecordedMessage> message = part.read(entry);
      if (message.isPresent()) {
        Content content = Content.of(message.get().kind(), message.get().value());
        tally = tally.plus(content.frame(), entry.publishedMs(), content.model());
      }
    }
    return tally;
  }

  private static Manifest manifest(Recording recording, List<PartInfo> files) {
    Optional<Manifest> written = recording.manifest();
    return Manifest.of(
        written.map(Manifest::pixelwatch).orElse("unknown"),
        written.map(Manifest::created).orElse("unknown"),
        written.map(Manifest::complete).orElse(false),
        written.map(Manifest::ended).orElse(""),
        written.map(Manifest::leftOut).orElse(Map.of()),
        files);
  }

  /** For programs: names as in the manifest. */
  public String json() {
    return ManifestFile.json(this);
  }
}
