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
    black(o, context);
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

  /** Both sides share an alert, so that a scene that goes black is told once. */
  private void black(Observation o, StreamContext context) {
    Condition.Change ofReference = black(reference, o.reference(), o, context);
    Condition.Change ofProcessed = black(processed, o.processed(), o, context);
    tellBlack(ofReference, reference.black, processed.black, context);
    tellBlack(ofProcessed, processed.black, reference.black, context);
  }

  private static Condition.Change black(
      Watch watch, byte[] own, Observation o, StreamContext context) {
    double patience = context.get(RuleOption.BLACK_SECONDS);
    return watch.black.update(isBlack(own, context), o.frame(), o.timeUs(), patience, patience);
  }

  private void tellBlack(
      Condition.Change change, Condition black, Condition other, StreamContext context) {
    if (change == Condition.Change.OPENED) {
      openBlack(black.sinceFrame, black.sinceUs, context);
    }
    // A side that is well again but not yet for long enough closes the alert in its turn.
    if (change != Condition.Change.CLOSED || (other.open && !other.isSo())) {
      return;
    }
    context.book().close(AlertKind.BLACK, null, black.otherwiseFrame, black.otherwiseUs, null, "");
    if (other.open) {
      openBlack(black.otherwiseFrame, black.otherwiseUs, context);
    }
  }

  private void openBlack(long frame, long timeUs, StreamContext context) {
    context.open(AlertBook.Opening.state(AlertKind.BLACK, frame, timeUs, whichIsBlack()));
  }

  private String whichIsBlack() {
    if (reference.black.isSo() && processed.black.isSo()) {
      return "The reference and the processed picture are black.";
    }
    return "The %s picture is black.".formatted(reference.black.isSo() ? REFERENCE : PROCESSED);
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
