package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.FrameSide;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A stream at 30 frames per second with autocorrelated noise, and the alerts that it raises. */
final class Watched {
  static final int RATE = 30;
  static final int NOISE = DistortionType.NOISE.ordinal();
  static final int BLUR = DistortionType.BLUR.ordinal();

  final List<Alert> alerts = new ArrayList<>();
  private final DetectorConfig config;
  private final Random random = new Random(1);
  private final double[] wander = new double[Quantity.COUNT];
  private final double[] added = new double[Quantity.COUNT];
  private StreamDetectors detectors;
  private byte[] reference = picture(60);
  private byte[] processed = picture(60);
  private long frame;
  private long timeOffsetUs;
  private boolean timeStands;
  private int every = 1;

  Watched() {
    this(DetectorConfig.defaults());
  }

  Watched(DetectorConfig config) {
    this.config = config;
    detectors = StreamDetectors.of("camera", config, Region.UNKNOWN);
  }

  static byte[] picture(int level) {
    byte[] cells = new byte[256];
    Arrays.fill(cells, (byte) level);
    return cells;
  }

  /** A picture with a bright bar in one column. */
  static byte[] bar(int column) {
    byte[] cells = picture(60);
    for (int row = 0; row < 16; row++) {
      cells[row * 16 + column % 16] = (byte) 120;
    }
    return cells;
  }

  long frame() {
    return frame;
  }

  Watched every(int k) {
    every = k;
    return this;
  }

  Watched add(int quantity, double value) {
    added[quantity] = value;
    return this;
  }

  Watched shows(byte[] newReference, byte[] newProcessed) {
    reference = newReference;
    processed = newProcessed;
    return this;
  }

  Watched seconds(double seconds) {
    return frames(Math.round(seconds * RATE));
  }

  Watched frames(long count) {
    for (long end = frame + count; frame < end; frame++) {
      if (frame % every == 0) {
        alerts.addAll(detectors.scored(observation()));
      }
    }
    return this;
  }

  private Observation observation() {
    double[] values = new double[Quantity.COUNT];
    for (int i = 0; i < values.length; i++) {
      wander[i] = 0.9 * wander[i] + 0.44 * random.nextGaussian();
      values[i] = (i == Quantity.SCORE ? -5 : 0.02) + noise(i) * wander[i] + added[i];
    }
    return new Observation("isp", "7", frame, timeUs(), values, 100_000, reference, processed);
  }

  private static double noise(int quantity) {
    return quantity == Quantity.SCORE ? 0.8 : 0.008;
  }

  long timeUs() {
    return timeOffsetUs + (timeStands ? 0 : frame * 1_000_000 / RATE);
  }

  /** Capture time jumps. */
  Watched timeJumps(double seconds) {
    timeOffsetUs += Math.round(seconds * 1e6);
    return this;
  }

  /** Capture time is the same for all frames. */
  Watched timeStands() {
    timeStands = true;
    return this;
  }

  /** Bytes that are stored with each frame. */
  int storedBytes() {
    return detectors.store().length;
  }

  /** The number of now comes again. */
  Watched duplicate() {
    alerts.addAll(
        detectors.duplicate(
            new Outcome(
                "camera",
                "isp",
                "7",
                frame,
                timeUs(),
                OutcomeKind.DUPLICATE,
                "because",
                1,
                FrameSide.REFERENCE)));
    return this;
  }

  Watched settled(OutcomeKind kind, FrameSide side) {
    Outcome outcome = new Outcome("camera", "isp", "7", frame, timeUs(), kind, "because", 1, side);
    frame++;
    alerts.addAll(detectors.settled(outcome));
    return this;
  }

  Watched stated(StreamState state, long seconds) {
    return stated(state, seconds, 0);
  }

  Watched stated(StreamState state, long seconds, long withoutRoom) {
    alerts.addAll(
        detectors.stated(
            new StreamStatus(
                "camera",
                "isp",
                "7",
                seconds * 1_000_000,
                state,
                "because",
                0L,
                0L,
                withoutRoom,
                null,
                null,
                null,
                null)));
    return this;
  }

  /** Frame numbers and capture time are 0 again. */
  Watched beginAnew() {
    detectors.beginAnew();
    frame = 0;
    return this;
  }

  /** What a crash between two frames does. */
  Watched crash() {
    detectors = StreamDetectors.restore("camera", config, Region.UNKNOWN, detectors.store());
    return this;
  }

  List<String> kinds() {
    return alerts.stream().map(Alert::kind).toList();
  }
}
