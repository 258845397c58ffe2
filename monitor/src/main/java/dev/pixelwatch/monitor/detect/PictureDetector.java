package dev.pixelwatch.monitor.detect;

/**
 * Frozen, black and repeated pictures, seen on thumbnails. A side is frozen while it stands still
 * and the other moves visibly. Where both stand still, nothing tells a frozen camera from a still
 * scene, and nothing is said. A black side is black, not frozen.
 */
final class PictureDetector {
  /** Cells of a picture that stands still differ by rounding at most. */
  private static final int STILL = 1;

  /** A cell that moves by so much is seen to move, whatever the stage does to noise. */
  private static final int MOVES = 6;

  /** One move alone may be a change of exposure on one side of a still scene. */
  private static final int SEVERAL = 3;

  /** From one frame to the next. */
  private static final int STEPS = 3;

  private static final String REFERENCE = "reference";
  private static final String PROCESSED = "processed";

  /** One side beside the other. */
  static final class Watch {
    byte[] anchor = {};
    byte[] othersAnchor = {};
    long anchorUs;
    long anchorFrame;
    int othersMoves;
    boolean stands;
    Condition frozen = new Condition();
    Condition black = new Condition();

    /** Whether the side has stood still for so many seconds while the other moved. */
    boolean see(byte[] own, byte[] other, long frame, long timeUs, double seconds) {
      stands = Thumbnails.areKnown(anchor, own) && Thumbnails.largestChange(anchor, own) <= STILL;
      if (!stands) {
        anchor = own;
        othersAnchor = other;
        anchorFrame = frame;
        anchorUs = timeUs;
        othersMoves = 0;
        return false;
      }
      if (Thumbnails.largestChange(othersAnchor, other) >= MOVES) {
        othersAnchor = other;
        othersMoves++;
      }
      return othersMoves >= SEVERAL && timeUs - anchorUs >= seconds * 1e6;
    }
  }

  Watch reference = new Watch();
  Watch processed = new Watch();
  byte[] lastReference = {};
  byte[] lastProcessed = {};
  long lastFrame;
  boolean repeating;
  FrameEvents repeated = new FrameEvents();

  void add(Observation o, StreamContext context) {
    if (!Thumbnails.areKnown(o.reference(), o.processed())) {
      return;
    }
    frozen(reference, o.reference(), o.processed(), REFERENCE, o, context);
    frozen(processed, o.processed(), o.reference(), PROCESSED, o, context);
    black(reference, o.reference(), REFERENCE, o, context);
    black(processed, o.processed(), PROCESSED, o, context);
    repeats(o, context);
    lastReference = o.reference();
    lastProcessed = o.processed();
    lastFrame = o.frame();
  }

  /** Whether only one side shows anything: then no distortion of the picture can be told. */
  static boolean oneIsBlack(Observation o, StreamContext context) {
    return Thumbnails.areKnown(o.reference(), o.processed())
        && isBlack(o.reference(), context) != isBlack(o.processed(), context);
  }

  private static boolean isBlack(byte[] thumbnail, StreamContext context) {
    return Thumbnails.brightest(thumbnail) <= context.get(RuleOption.BLACK_LEVEL);
  }

  private void frozen(
      Watch watch, byte[] own, byte[] other, String side, Observation o, StreamContext context) {
    double seconds = context.get(RuleOption.FROZEN_SECONDS);
    boolean stands = watch.see(own, other, o.frame(), o.timeUs(), seconds);
    boolean isSo = stands && !isBlack(own, context);
    long frame = watch.anchorFrame;
    long timeUs = watch.anchorUs;
    switch (watch.frozen.update(isSo, o.frame(), o.timeUs(), 0, 0)) {
      case OPENED ->
          context.open(
              AlertBook.Opening.state(
                  AlertKind.FROZEN,
                  frame,
                  timeUs,
                  "The %s picture stands still while the other side moves.".formatted(side)));
      case CLOSED -> context.book().close(AlertKind.FROZEN, null, o.frame(), o.timeUs(), null, "");
      case NONE -> {}
    }
  }

  private void black(Watch watch, byte[] own, String side, Observation o, StreamContext context) {
    boolean isSo = isBlack(own, context);
    double openAfter = context.get(RuleOption.BLACK_SECONDS);
    Condition black = watch.black;
    switch (black.update(isSo, o.frame(), o.timeUs(), openAfter, openAfter)) {
      case OPENED ->
          context.open(
              AlertBook.Opening.state(
                  AlertKind.BLACK,
                  black.sinceFrame,
                  black.sinceUs,
                  "The %s picture is black.".formatted(blackSides(side))));
      case CLOSED ->
          context
              .book()
              .close(AlertKind.BLACK, null, black.otherwiseFrame, black.otherwiseUs, null, "");
      case NONE -> {}
    }
  }

  private String blackSides(String side) {
    boolean both = (reference.black.open || reference.black.counting) && processed.black.open;
    return both || (reference.black.open && processed.black.counting)
        ? "reference and the processed"
        : side;
  }

  /** A picture that comes twice, and then the next: a repeated frame, not a frozen side. */
  private void repeats(Observation o, StreamContext context) {
    boolean follows =
        o.frame() == lastFrame + 1 && Thumbnails.areKnown(lastReference, o.reference());
    boolean changes = !follows || Thumbnails.largestChange(lastProcessed, o.processed()) > 0;
    boolean ended = follows && changes && repeating;
    boolean moves = follows && Thumbnails.largestChange(lastReference, o.reference()) >= STEPS;
    repeating = !changes && !processed.frozen.open && (repeating || moves);
    repeated.update(
        ended ? 1 : 0,
        o.frame(),
        o.timeUs(),
        AlertKind.DUPLICATED,
        "The processed side repeats pictures: %d times within %.0f seconds.",
        context);
  }
}
