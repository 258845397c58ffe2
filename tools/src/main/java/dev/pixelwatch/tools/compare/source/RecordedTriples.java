package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.Pictures;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.schemas.Frame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The frames of two builds as they were recorded. */
final class RecordedTriples implements TripleSource {
  private final RecordedBuild a;
  private final RecordedBuild b;
  private final List<Long> numbers;
  private final Iterator<Long> next;
  private final Set<String> notes = new LinkedHashSet<>();

  /**
   * @param only these numbers; all if empty
   */
  RecordedTriples(RecordedBuild a, RecordedBuild b, Set<Long> only) {
    this.a = a;
    this.b = b;
    SortedSet<Long> all = new TreeSet<>(a.recording().frameNumbers(a.id(), Side.PROCESSED));
    all.addAll(b.recording().frameNumbers(b.id(), Side.PROCESSED));
    if (!only.isEmpty()) {
      all.retainAll(only);
    }
    numbers = List.copyOf(all);
    next = numbers.iterator();
  }

  @Override
  public Optional<FrameTriple> next() {
    if (!next.hasNext()) {
      return Optional.empty();
    }
    long number = next.next();
    Optional<Frame> processedA = frame(a, Side.PROCESSED, number);
    Optional<Frame> processedB = frame(b, Side.PROCESSED, number);
    Optional<Frame> reference =
        frame(a, Side.REFERENCE, number).or(() -> frame(b, Side.REFERENCE, number));
    FrameTriple triple =
        new FrameTriple(
            number,
            processedA.or(() -> processedB).map(Frame::getCaptureTimeUs).orElse(0L),
            reference.flatMap(this::picture),
            processedA.flatMap(this::picture),
            processedB.flatMap(this::picture));
    triple.reference().ifPresent(picture -> requireSize(triple, picture));
    return Optional.of(triple);
  }

  private static Optional<Frame> frame(RecordedBuild build, Side side, long number) {
    return build.recording().frame(build.id(), side, number);
  }

  private Optional<Picture> picture(Frame frame) {
    try {
      return Optional.of(Pictures.toPicture(frame));
    } catch (IllegalArgumentException e) {
      notes.add("Frame %d was left out: %s.".formatted(frame.getFrameNumber(), e.getMessage()));
      return Optional.empty();
    }
  }

  private void requireSize(FrameTriple triple, Picture reference) {
    triple.a().ifPresent(picture -> requireSize(a, picture, triple, reference));
    triple.b().ifPresent(picture -> requireSize(b, picture, triple, reference));
  }

  private static void requireSize(
      RecordedBuild build, Picture picture, FrameTriple triple, Picture reference) {
    if (!picture.sameSizeAs(reference)) {
      throw Sizes.differ(
          "frame %d of the reference".formatted(triple.number()),
          reference.width(),
          reference.height(),
          "that of " + build.name(),
          picture.width(),
          picture.height());
    }
  }

  @Override
  public long expectedFrames() {
    return numbers.size();
  }

  @Override
  public List<String> notes() {
    return new ArrayList<>(notes);
  }

  /** The recordings stay open. */
  @Override
  public void close() {}
}
