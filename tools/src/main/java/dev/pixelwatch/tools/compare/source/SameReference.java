package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.UserError;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether two recorded builds were run over the same reference: by the checksums of its frames, or
 * by the thumbnails that travel with the scores where no frames were recorded.
 */
final class SameReference {
  private SameReference() {}

  /**
   * Compares the references of all frames that both have.
   *
   * @return what could not be checked, in a sentence
   * @throws UserError if a frame differs
   */
  static Optional<String> check(RecordedBuild a, RecordedBuild b) {
    if (a.equals(b)) {
      return Optional.empty();
    }
    SortedMap<Long, ?> ofA = a.recording().referenceSha256(a.id());
    SortedMap<Long, ?> ofB = b.recording().referenceSha256(b.id());
    if (ofA.isEmpty() || ofB.isEmpty()) {
      ofA = thumbnails(a);
      ofB = thumbnails(b);
    }
    if (ofA.isEmpty() || ofB.isEmpty()) {
      return Optional.of(
          "Whether both builds saw the same reference could not be checked: it was not recorded.");
    }
    requireSame(a, ofA, b, ofB);
    return Optional.empty();
  }

  private static void requireSame(
      RecordedBuild a, Map<Long, ?> ofA, RecordedBuild b, Map<Long, ?> ofB) {
    List<Long> different =
        ofA.keySet().stream()
            .filter(ofB::containsKey)
            .filter(number -> !ofA.get(number).equals(ofB.get(number)))
            .toList();
    if (!different.isEmpty()) {
      long common = ofA.keySet().stream().filter(ofB::containsKey).count();
      throw new UserError(
          "%s and %s are of different references: %d of %d common frames differ, number %d first"
              .formatted(a.name(), b.name(), different.size(), common, different.get(0)),
          "Run both builds over the same frames, such as with ./pixelwatch process.");
    }
  }

  private static SortedMap<Long, ByteBuffer> thumbnails(RecordedBuild build) {
    SortedMap<Long, ByteBuffer> thumbnails = new TreeMap<>();
    build
        .recording()
        .scores(build.id())
        .filter(score -> score.getReferenceThumbnail().hasRemaining())
        .forEach(score -> thumbnails.put(score.getFrameNumber(), score.getReferenceThumbnail()));
    return thumbnails;
  }
}
