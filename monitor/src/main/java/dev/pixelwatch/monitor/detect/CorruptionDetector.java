package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.core.DistortionType;
import java.util.List;
import java.util.Locale;

/** Damage that lasts a frame or two, which a chart of lasting changes rightly overlooks. */
final class CorruptionDetector {
  static final int QUANTITY = DistortionType.CORRUPTION.ordinal();
  static final String TYPE = DistortionType.CORRUPTION.id();

  Condition damaged = new Condition();

  void add(Observation o, ShiftDetector shifts, StreamContext context) {
    double rise = shifts.deviation(QUANTITY, o.values()[QUANTITY]);
    boolean isSo =
        rise >= context.get(RuleOption.CORRUPTION_STEP)
            && isLargest(o, shifts, rise)
            && !context.book().isOpen(AlertKind.REGRESSION, TYPE);
    double closeAfter = context.get(RuleOption.CLOSE_AFTER_SECONDS);
    switch (damaged.update(isSo, o.frame(), o.timeUs(), 0, closeAfter)) {
      case OPENED -> open(o, shifts, context);
      case CLOSED ->
          context
              .book()
              .close(
                  AlertKind.CORRUPTION,
                  TYPE,
                  damaged.otherwiseFrame,
                  damaged.otherwiseUs,
                  null,
                  "");
      case NONE -> {}
    }
  }

  private static boolean isLargest(Observation o, ShiftDetector shifts, double rise) {
    for (int i = 0; i < Quantity.SCORE; i++) {
      if (Math.abs(shifts.deviation(i, o.values()[i])) > rise) {
        return false;
      }
    }
    return true;
  }

  private static void open(Observation o, ShiftDetector shifts, StreamContext context) {
    double value = o.values()[QUANTITY];
    context.open(
        new AlertBook.Opening(
            AlertKind.CORRUPTION,
            TYPE,
            1,
            o.frame(),
            o.timeUs(),
            shifts.level(QUANTITY),
            value,
            context.region().of(TYPE, 1, o.frame()),
            List.of(o.frame()),
            String.format(
                Locale.ROOT,
                "Damaged picture: corruption is %+.2f in frame %d, where %+.2f is usual.",
                value,
                o.frame(),
                shifts.level(QUANTITY))));
  }
}
