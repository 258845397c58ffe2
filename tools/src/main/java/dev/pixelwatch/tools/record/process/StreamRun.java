package dev.pixelwatch.tools.record.process;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.RecordingWriter;
import dev.pixelwatch.tools.record.scoring.FramesOfPair;
import dev.pixelwatch.tools.record.scoring.OrderedScoring;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** The stage over the reference frames of one stream. */
final class StreamRun {
  private final Recording recording;
  private final BuildId build;
  private final ProcessOptions options;
  private final RecordingWriter writer;
  private final Optional<OrderedScoring> scoring;
  private long in;
  private long out;

  StreamRun(
      Recording recording,
      BuildId build,
      ProcessOptions options,
      RecordingWriter writer,
      Optional<OrderedScoring> scoring) {
    this.recording = recording;
    this.build = build;
    this.options = options;
    this.writer = writer;
    this.scoring = scoring;
  }

  void run(BooleanSupplier stop, LongConsumer progress) {
    Stage stage = null;
    Picture like = null;
    try {
      for (long number : recording.frameNumbers(build, Side.REFERENCE)) {
        Optional<Frame> frame = recording.frame(build, Side.REFERENCE, number);
        if (stop.getAsBoolean()) {
          break;
        }
        if (frame.isEmpty()) {
          continue;
        }
        Picture picture = Pictures.toPicture(frame.get());
        if (stage != null && !isAlike(like, picture)) {
          take(stage.finish());
          stage.close();
          stage = null;
        }
        if (stage == null) {
          stage = options.recipe().start(picture, rate());
          like = picture;
        }
        in++;
        take(stage.process(number, picture));
        progress.accept(in);
      }
      if (stage != null && !stop.getAsBoolean()) {
        take(stage.finish());
      }
    } finally {
      if (stage != null) {
        stage.close();
      }
    }
  }

  private static boolean isAlike(Picture a, Picture b) {
    return a.width() == b.width()
        && a.height() == b.height()
        && a.matrix() == b.matrix()
        && a.range() == b.range();
  }

  private FrameRate rate() {
    return options.rate().orElseGet(this::measuredRate);
  }

  private FrameRate measuredRate() {
    SortedSet<Long> numbers = recording.frameNumbers(build, Side.REFERENCE);
    return ReferenceRate.of(
        numbers.first(),
        captureTimeUs(numbers.first()),
        numbers.last(),
        captureTimeUs(numbers.last()));
  }

  private long captureTimeUs(long number) {
    return recording.frame(build, Side.REFERENCE, number).map(Frame::getCaptureTimeUs).orElse(0L);
  }

  private void take(List<Stage.Processed> ready) {
    for (Stage.Processed processed : ready) {
      RecordedMessage reference =
          recording.message(build, Side.REFERENCE, processed.index()).orElseThrow();
      Frame before = Records.FRAME.decode(reference.value());
      requireSameSize(before, processed.picture());
      Frame after = Pictures.toFrame(identity(before), processed.picture());
      writer.append(
          new RecordedMessage(
              RecordKind.PROCESSED,
              build,
              reference.publishedMs(),
              reference.partition(),
              build.stream().getBytes(UTF_8),
              Records.FRAME.encode(after)));
      scoring.ifPresent(
          network ->
              network.add(
                  new FramesOfPair(
                      build, before, after, reference.publishedMs(), reference.partition())));
      out++;
    }
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

  /** Frames that came out. */
  long frames() {
    return out;
  }

  /** Frames that went in and did not come out. */
  long leftOut() {
    return in - out;
  }
}
