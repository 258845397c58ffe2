package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.media.VideoInfo;
import dev.pixelwatch.tools.watch.FramePair;
import dev.pixelwatch.tools.watch.VideoPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two processed videos and their one reference, which is decoded twice: that costs little beside
 * the network, and each pair is read as {@code watch} reads it.
 */
final class VideoTriples implements TripleSource {
  private final VideoPair ofA;
  private final VideoPair ofB;
  private Optional<FramePair> nextA = Optional.empty();
  private Optional<FramePair> nextB = Optional.empty();

  private VideoTriples(VideoPair ofA, VideoPair ofB) {
    this.ofA = ofA;
    this.ofB = ofB;
  }

  /**
   * Opens the videos.
   *
   * @param scaleReference whether a reference of another size is scaled to the size of the others
   * @throws dev.pixelwatch.core.UserError if a file is no video, or if the sizes differ and may not
   *     be scaled
   */
  static VideoTriples open(Path reference, Path a, Path b, boolean scaleReference) {
    VideoPair ofA = VideoPair.open(reference, a, scaleReference);
    try {
      VideoPair ofB = VideoPair.open(reference, b, scaleReference);
      VideoTriples triples = new VideoTriples(ofA, ofB);
      triples.requireSameSize(a, b);
      return triples;
    } catch (RuntimeException | Error e) {
      ofA.close();
      throw e;
    }
  }

  private void requireSameSize(Path a, Path b) {
    VideoInfo infoA = ofA.info();
    VideoInfo infoB = ofB.info();
    if (infoA.width() != infoB.width() || infoA.height() != infoB.height()) {
      ofB.close();
      throw Sizes.differ(
          a.toString(), infoA.width(), infoA.height(), b.toString(), infoB.width(), infoB.height());
    }
  }

  @Override
  public Optional<FrameTriple> next() {
    nextA = nextA.or(ofA::next);
    nextB = nextB.or(ofB::next);
    if (nextA.isEmpty() && nextB.isEmpty()) {
      return Optional.empty();
    }
    long number = Math.min(number(nextA), number(nextB));
    Optional<FramePair> a = nextA.filter(pair -> pair.number() == number);
    Optional<FramePair> b = nextB.filter(pair -> pair.number() == number);
    nextA = a.isPresent() ? Optional.empty() : nextA;
    nextB = b.isPresent() ? Optional.empty() : nextB;
    FramePair either = a.or(() -> b).orElseThrow();
    return Optional.of(
        new FrameTriple(
            number,
            either.timeUs(),
            a.flatMap(FramePair::reference).or(() -> b.flatMap(FramePair::reference)),
            a.flatMap(FramePair::processed),
            b.flatMap(FramePair::processed)));
  }

  private static long number(Optional<FramePair> pair) {
    return pair.map(FramePair::number).orElse(Long.MAX_VALUE);
  }

  /** The processed videos, which have one size. */
  VideoInfo info() {
    return ofB.info();
  }

  @Override
  public long expectedFrames() {
    return Math.max(ofA.expectedFrames(), ofB.expectedFrames());
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    Stream.of(ofA.notesBefore(), ofB.notesBefore(), ofA.notesAfter(), ofB.notesAfter())
        .flatMap(List::stream)
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  @Override
  public void close() {
    ofA.close();
    ofB.close();
  }
}
