package dev.pixelwatch.tools.record;

import java.util.Optional;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;

/** What a file says of itself in the metadata of its Avro header, so that no manifest is needed. */
record PartHeader(RecordKind kind, BuildId build) {
  private static final String KIND = "pixelwatch.kind";
  private static final String STREAM = "pixelwatch.stream";
  private static final String STAGE = "pixelwatch.stage";
  private static final String BUILD = "pixelwatch.build";

  void write(DataFileWriter<?> writer) {
    writer
        .setMeta(KIND, kind.id())
        .setMeta(STREAM, build.stream())
        .setMeta(STAGE, build.stage())
        .setMeta(BUILD, build.build());
  }

  /** Empty if the file is none of a recording. */
  static Optional<PartHeader> read(DataFileStream<?> file) {
    String kind = file.getMetaString(KIND);
    String stream = file.getMetaString(STREAM);
    String stage = file.getMetaString(STAGE);
    String build = file.getMetaString(BUILD);
    if (kind == null || stream == null || stage == null || build == null) {
      return Optional.empty();
    }
    return RecordKind.of(kind)
        .map(known -> new PartHeader(known, new BuildId(stream, stage, build)));
  }
}
