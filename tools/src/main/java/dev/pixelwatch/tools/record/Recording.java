package dev.pixelwatch.tools.record;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.AlertJson;
import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.tools.files.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * A recording, opened for reading. Records are read when they are asked for, so that memory does
 * not grow with its length. What is damaged is left out and named in {@link #flaws}. Used by one
 * thread.
 */
public final class Recording implements AutoCloseable {
  private final Path folder;
  private final Optional<Manifest> manifest;
  private final Parts parts;
  private final Map<FramesOf, SortedMap<Long, Place>> frames = new HashMap<>();

  private record FramesOf(BuildId build, Side side) {}

  private Recording(Path folder) throws IOException {
    this.folder = folder;
    manifest = ManifestFile.read(folder);
    parts = new Parts(folder, manifest);
  }

  /**
   * Opens a recording and finds what is in it.
   *
   * @throws UserError if there is no recording in this folder, nothing in it can be read, or a
   *     newer version wrote it
   */
  public static Recording open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "there is no folder " + folder,
          "Give the folder that record --out or watch --record named.");
    }
    Recording recording;
    try {
      recording = new Recording(folder);
    } catch (IOException e) {
      throw new UserError("%s cannot be read: %s".formatted(folder, e), "Check the folder.", e);
    }
    if (recording.parts.all().isEmpty() && recording.manifest.isEmpty()) {
      recording.close();
      throw new UserError(folder + " holds no recording", hint(folder, recording.flaws()));
    }
    return recording;
  }

  private static String hint(Path folder, List<String> flaws) {
    if (flaws.size() > 1) {
      return "Nothing in it can be read: " + String.join("; ", flaws);
    }
    if (Workspace.isAt(folder)) {
      return "It holds topics. Make a recording of them first: ./pixelwatch record --data %s --out FOLDER"
          .formatted(folder);
    }
    return "Give the folder that record --out or watch --record named.";
  }

  public Path folder() {
    return folder;
  }

  /** What was written at its end; empty if it is missing or damaged. */
  public Optional<Manifest> manifest() {
    return manifest;
  }

  /**
   * What is not whole, in words, with the file and the place. Damage within records is found only
   * when they are read.
   */
  public List<String> flaws() {
    return parts.flaws();
  }

  /** Every build that frames, scores or maps are there for, in order. */
  public List<BuildId> builds() {
    return parts.all().stream().map(part -> part.header().build()).distinct().sorted().toList();
  }

  /** How many records of a kind there are for a build. */
  public long count(BuildId build, RecordKind kind) {
    return parts.of(build, kind).mapToLong(part -> part.entries().size()).sum();
  }

  /** Scores of a build in the order of their frame numbers, one for each. */
  public Stream<Score> scores(BuildId build) {
    return read(build, RecordKind.SCORES, Records.SCORE::decode);
  }

  /** Maps of a build in the order of their frame numbers, one for each. */
  public Stream<DistortionMap> maps(BuildId build) {
    return read(build, RecordKind.MAPS, Records.MAP::decode);
  }

  /** As {@link #maps(BuildId)}, only those of some frames; the others are not read. */
  public Stream<DistortionMap> maps(BuildId build, LongPredicate frames) {
    return Parts.byFrame(parts.of(build, RecordKind.MAPS)).entrySet().stream()
        .filter(entry -> frames.test(entry.getKey()))
        .flatMap(entry -> entry.getValue().read())
        .map(message -> Records.MAP.decode(message.value()));
  }

  /** Outcomes of a build, in the order of their frame numbers; a duplicate has one of its own. */
  public Stream<Outcome> outcomes(BuildId build) {
    return Parts.places(parts.of(build, RecordKind.OUTCOMES))
        .sorted(Comparator.comparing(Place::frame))
        .flatMap(Place::read)
        .map(message -> Records.OUTCOME.decode(message.value()));
  }

  /** Alerts of a build as they came: once when each opens and once when it closes. */
  public Stream<Alert> alerts(BuildId build) {
    return Parts.places(parts.of(build, RecordKind.ALERTS))
        .sorted(Comparator.comparing(Place::publishedMs))
        .flatMap(Place::read)
        .map(message -> AlertJson.decode(message.value()));
  }

  /**
   * Frames of one side in the order of their numbers, one for each. References need not carry the
   * build: where a build has none of its own, those of its stream are meant.
   */
  public Stream<Frame> frames(BuildId build, Side side) {
    return frameIndex(build, side).values().stream().flatMap(Place::read).map(Recording::frame);
  }

  /** One frame, or empty if it is not there or damaged. */
  public Optional<Frame> frame(BuildId build, Side side, long number) {
    return message(build, side, number).map(Recording::frame);
  }

  /** The record that carries a frame, or empty if it is not there or damaged. */
  public Optional<RecordedMessage> message(BuildId build, Side side, long number) {
    Place place = frameIndex(build, side).get(number);
    return place == null ? Optional.empty() : place.part().read(place.entry());
  }

  private static Frame frame(RecordedMessage message) {
    return Records.FRAME.decode(message.value());
  }

  /** Numbers of the frames of one side that are there. */
  public SortedSet<Long> frameNumbers(BuildId build, Side side) {
    return new TreeSet<>(frameIndex(build, side).keySet());
  }

  /**
   * SHA-256 of the pixels (the payload) of each reference frame, by frame number, in 64 hexadecimal
   * digits: they are equal where two recordings have the same reference. Empty if no reference
   * frames were recorded; the thumbnails of the scores can be compared then.
   */
  public SortedMap<Long, String> referenceSha256(BuildId build) {
    SortedMap<Long, String> digests = new TreeMap<>();
    frameIndex(build, Side.REFERENCE)
        .forEach((number, place) -> digests.put(number, Sha256.hex(place.entry().pixels())));
    return digests;
  }

  /** The networks that the scores of a build come from: more than one if it was changed. */
  public List<ModelInfo> models(BuildId build) {
    return scores(build)
        .map(score -> new ModelInfo(score.getModelName(), score.getModelSha256()))
        .distinct()
        .toList();
  }

  /** How many records of a selection there are. */
  public long count(Selection selection) {
    return parts.of(selection).mapToLong(part -> part.entries().size()).sum();
  }

  /** The records of a selection as they came, in the order in which they were published. */
  public Stream<RecordedMessage> inPublishedOrder(Selection selection) {
    List<Place> places =
        Parts.places(parts.of(selection)).sorted(Comparator.comparing(Place::publishedMs)).toList();
    // A stream that sorts would read all records at once when it is iterated.
    return places.stream().flatMap(Place::read);
  }

  private SortedMap<Long, Place> frameIndex(BuildId build, Side side) {
    return frames.computeIfAbsent(new FramesOf(build, side), this::findFrames);
  }

  private SortedMap<Long, Place> findFrames(FramesOf wanted) {
    BuildId build = wanted.build();
    Side side = wanted.side();
    RecordKind kind = RecordKind.frames(side);
    SortedMap<Long, Place> index = Parts.byFrame(parts.of(build, kind));
    if (side == Side.REFERENCE) {
      Parts.byFrame(parts.ofStream(build.stream(), kind)).forEach(index::putIfAbsent);
    }
    return index;
  }

  private <T> Stream<T> read(BuildId build, RecordKind kind, Function<byte[], T> decode) {
    return Parts.byFrame(parts.of(build, kind)).values().stream()
        .flatMap(Place::read)
        .map(message -> decode.apply(message.value()));
  }

  /** All files, for those who need more than one build. */
  List<PartReader> parts() {
    return parts.all();
  }

  @Override
  public void close() {
    parts.close();
  }
}
