package dev.pixelwatch.tools.record;

import dev.pixelwatch.runtime.ModelInfo;
import java.util.List;

/**
 * One file of a recording, as the manifest lists it.
 *
 * @param file name within the folder
 * @param kind a {@link RecordKind#id()}
 * @param stream camera or codec channel under watch
 * @param stage what stands between reference and processed
 * @param build version of the stage
 * @param records how many records it holds
 * @param firstFrame lowest frame number, or null if the records are about none
 * @param lastFrame highest frame number, or null
 * @param firstPublishedMs when the first was published, in milliseconds since 1970, or null
 * @param lastPublishedMs when the last was published, or null
 * @param models the networks of the scores; empty in files of another kind
 * @param bytes length of the file
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record PartInfo(
    String file,
    String kind,
    String stream,
    String stage,
    String build,
    long records,
    Long firstFrame,
    Long lastFrame,
    Long firstPublishedMs,
    Long lastPublishedMs,
    List<ModelInfo> models,
    long bytes,
    String sha256) {

  static PartInfo of(
      String file, RecordKind kind, BuildId build, PartTally tally, long bytes, String sha256) {
    return new PartInfo(
        file,
        kind.id(),
        build.stream(),
        build.stage(),
        build.build(),
        tally.records(),
        tally.firstFrame(),
        tally.lastFrame(),
        tally.firstPublishedMs(),
        tally.lastPublishedMs(),
        tally.models(),
        bytes,
        sha256);
  }

  /** The same under another name. */
  PartInfo named(String name) {
    return new PartInfo(
        name,
        kind,
        stream,
        stage,
        build,
        records,
        firstFrame,
        lastFrame,
        firstPublishedMs,
        lastPublishedMs,
        models,
        bytes,
        sha256);
  }

  /** Whom the records are about. */
  public BuildId buildId() {
    return new BuildId(stream, stage, build);
  }
}
