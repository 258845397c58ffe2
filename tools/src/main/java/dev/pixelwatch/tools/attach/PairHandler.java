package dev.pixelwatch.tools.attach;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.tools.attach.align.Alignment;
import dev.pixelwatch.tools.attach.align.ContentAlignment;
import dev.pixelwatch.tools.attach.align.NumberAlignment;
import dev.pixelwatch.tools.attach.align.ShiftEstimator;
import dev.pixelwatch.tools.attach.align.TimeAlignment;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Two captured sides: finds out which frames belong together, and publishes them under the number
 * of the reference while it knows. The topics hold what waits for its partner, however late one
 * side is.
 */
final class PairHandler implements FrameHandler {
  private static final double SHIFT_SECONDS = 2;

  private final StreamSpec spec;
  private final StreamSink sink;
  private final CaptureThinning thinning;
  private final Alignment alignment;
  private final ShiftEstimator shifts;
  private final Map<Side, Integer> connections = new EnumMap<>(Side.class);
  private final Map<Side, LiveFrame> newest = new EnumMap<>(Side.class);
  private Optional<Integer> offset = Optional.empty();

  /**
   * @param rate in which both sides count
   */
  PairHandler(StreamSpec spec, StreamSink sink, CaptureThinning thinning, FrameRate rate) {
    this.spec = spec;
    this.sink = sink;
    this.thinning = thinning;
    alignment = alignment(spec, rate.perSecond());
    shifts = new ShiftEstimator(Math.round(SHIFT_SECONDS * rate.perSecond()));
  }

  private static Alignment alignment(StreamSpec spec, double framesPerSecond) {
    return switch (spec.alignBy()) {
      case NUMBER -> new NumberAlignment();
      case AUTO -> new ContentAlignment(framesPerSecond);
      case TIME ->
          new TimeAlignment(
              framesPerSecond,
              spec.tolerance().orElse(Duration.ofNanos(Math.round(0.5e9 / framesPerSecond))),
              !spec.reference().mayComeBack() && !spec.processed().orElseThrow().mayComeBack());
    };
  }

  @Override
  public void take(CaptureBuffer.Captured captured, Gone gone) {
    Side side = captured.side();
    LiveFrame frame = captured.frame();
    Integer before = connections.put(side, captured.connection());
    if (before != null && before != captured.connection()) {
      alignment.restart();
      shifts.restart();
    }
    alignment.observe(side, frame);
    follow(frame, side);
    newest.put(side, frame);
    OptionalLong position = alignment.number(side, frame);
    if (standing().state() == Alignment.State.ALIGNED && position.isPresent()) {
      publish(side, position.getAsLong(), frame, gone);
    }
  }

  /** Begins anew when the sides have just been aligned, or aligned otherwise. */
  private void follow(LiveFrame frame, Side side) {
    Optional<Integer> now = standing().offset();
    if (now.isPresent() && !now.equals(offset) && spec.alignBy() != AlignBy.TIME) {
      shifts.restart();
      sink.begin(
          firstPosition(Side.REFERENCE, side, frame), firstPosition(Side.PROCESSED, side, frame));
    }
    offset = now;
  }

  /** The first position that a side can still fill. */
  private long firstPosition(Side of, Side side, LiveFrame frame) {
    if (of == side) {
      return alignment.number(of, frame).orElse(0);
    }
    LiveFrame last = newest.get(of);
    return last == null ? 0 : alignment.number(of, last).orElse(0) + 1;
  }

  /** A frame whose partner cannot come any more is left out, and what is thinned out. */
  private void publish(Side side, long position, LiveFrame frame, Gone gone) {
    if (gone.is(side.other()) && position >= sink.next(side.other())) {
      return;
    }
    if (!thinning.takes(position)) {
      return;
    }
    long number = sink.publish(side, position, frame.captureTimeUs(), frame.picture());
    if (number >= 0) {
      shifts.observe(side, number, frame.picture());
    }
  }

  @Override
  public Alignment.Standing standing() {
    LiveFrame reference = newest.get(Side.REFERENCE);
    LiveFrame processed = newest.get(Side.PROCESSED);
    if (reference == null || processed == null) {
      return Alignment.Standing.aligning("waiting for the first frames of both sides");
    }
    Picture before = reference.picture();
    Picture after = processed.picture();
    if (!before.sameSizeAs(after)) {
      return Alignment.Standing.unaligned(
          "the reference is %d x %d and the processed side %d x %d; a size for both is needed"
              .formatted(before.width(), before.height(), after.width(), after.height()),
          Optional.empty());
    }
    return alignment.standing();
  }

  @Override
  public Optional<Double> shiftRight() {
    return shifts.right();
  }

  @Override
  public Optional<Double> shiftDown() {
    return shifts.down();
  }
}
