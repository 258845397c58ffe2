package dev.pixelwatch.tools.record.process;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.media.Stage;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.Pictures;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.tools.record.BuildId;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.scoring.FramesOfPair;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * The reference frames of one stream with what the stage makes of them, one pair after the other.
 * Where the size of the frames changes, the stage is started anew.
 */
final class StageOutput implements Iterator<FramesOfPair>, AutoCloseable {
  private final Recording recording;
  private final BuildId build;
  private final ProcessOptions options;
  private final BooleanSupplier stop;
  private final LongConsumer progress;
  private final Iterator<Long> numbers;
  private final Deque<Stage.Processed> ready = new ArrayDeque<>();
  private Stage stage;
  private Picture like;
  private boolean ended;
  private long in;
  private long out;

  /**
   * @param build as which the result counts
   * @param stop whether no more frames are to go in
   * @param progress told how many have gone in
   */
  StageOutput(
      Recording recording,
      BuildId build,
      ProcessOptions options,
      BooleanSupplier stop,
      LongConsumer progress) {
    this.recording = recording;
    this.build = build;
    this.options = options;
    this.stop = stop;
    this.progress = progress;
    numbers = recording.frameNumbers(build, Side.REFERENCE).iterator();
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      if (stop.getAsBoolean()) {
        ended = true;
      } else if (numbers.hasNext()) {
        long number = numbers.next();
        recording.frame(build, Side.REFERENCE, number).ifPresent(frame -> put(number, frame));
      } else {
        ended = true;
        finish();
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public FramesOfPair next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return pair(ready.remove());
  }

  private void put(long number, Frame frame) {
    Picture picture = Pictures.toPicture(frame);
    if (stage != null && !isAlike(like, picture)) {
      finish();
      close();
    }
    if (stage == null) {
      stage = options.recipe().start(picture, options.rate().orElseGet(this::measuredRate));
      like = picture;
    }
    take(stage.process(number, picture));
    progress.accept(++in);
  }

  private void finish() {
    if (stage != null) {
      take(stage.finish());
    }
  }

  private static boolean isAlike(Picture a, Picture b) {
    return a.width() == b.width()
        && a.height() == b.height()
        && a.matrix() == b.matrix()
        && a.range() == b.range();
  }

  private FrameRate measuredRate() {
    SortedSet<Long> all = recording.frameNumbers(build, Side.REFERENCE);
    return ReferenceRate.of(
        all.first(), captureTimeUs(all.first()), all.last(), captureTimeUs(all.last()));
  }

  private long captureTimeUs(long number) {
    return recording.frame(build, Side.REFERENCE, number).map(Frame::getCaptureTimeUs).orElse(0L);
  }

  private void take(List<Stage.Processed> processed) {
    ready.addAll(processed);
    out += processed.size();
  }

  private FramesOfPair pair(Stage.Processed processed) {
    RecordedMessage reference =
        recording.message(build, Side.REFERENCE, processed.index()).orElseThrow();
    Frame before = Records.FRAME.decode(reference.value());
    requireSameSize(before, processed.picture());
    return new FramesOfPair(
        build,
        before,
        Pictures.toFrame(identity(before), processed.picture()),
        reference.publishedMs(),
        reference.partition());
  }

  private FrameIdentity identity(Frame reference) {
    return new FrameIdentity(
        build.stream(),
        build.stage(),
        build.build(),
        reference.getFrameNumber(),
        reference.getCaptureTimeUs());
  }

  private void requireSameSize(Frame before, Picture after) {
    if (before.getWidth() != after.width() || before.getHeight() != after.height()) {
      throw new UserError(
          "the stage '%s' made a frame of %d x %d from one of %d x %d"
              .formatted(
                  options.recipe(),
                  after.width(),
                  after.height(),
                  before.getWidth(),
                  before.getHeight()),
          "Let it keep the size, such as with a scale filter at its end.");
    }
  }

  /** Frames that have gone in. */
  long in() {
    return in;
  }

  /** Frames that have come out. */
  long out() {
    return out;
  }

  @Override
  public void close() {
    if (stage != null) {
      stage.close();
      stage = null;
    }
  }
}
