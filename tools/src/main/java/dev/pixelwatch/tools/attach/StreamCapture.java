package dev.pixelwatch.tools.attach;

import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.monitor.StatusPublisher;
import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.schemas.StreamStatus;
import dev.pixelwatch.tools.attach.align.Alignment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The capture of one stream: a thread for each side, and one that publishes and tells the state.
 */
final class StreamCapture implements AutoCloseable {
  private static final long POLL_MS = 100;
  private static final long STATUS_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long END_MS = 3_000;

  private final StreamSpec spec;
  private final StatusPublisher statuses;
  private final Consumer<String> said;
  private final CaptureBuffer buffer = new CaptureBuffer();
  private final Map<Side, SideCapture> sides = new EnumMap<>(Side.class);
  private final StreamSink sink;
  private final List<Thread> threads;
  private FrameHandler handler;
  private long toldNanos;
  private long droppedTold;
  private volatile boolean stopped;
  private volatile Throwable failure;
  private volatile StreamStatus status;

  /**
   * @param firstNumber what the frame numbers begin with
   * @param said told in whole sentences what happens, from several threads
   */
  StreamCapture(
      StreamSpec spec,
      FramePublisher frames,
      StatusPublisher statuses,
      long firstNumber,
      Consumer<String> said) {
    this.spec = spec;
    this.statuses = statuses;
    this.said = said;
    sink = new StreamSink(spec, frames, firstNumber);
    sides.put(Side.REFERENCE, new SideCapture(Side.REFERENCE, spec.reference(), buffer, said));
    spec.processed()
        .ifPresent(
            input ->
                sides.put(Side.PROCESSED, new SideCapture(Side.PROCESSED, input, buffer, said)));
    status = status(StreamState.CONNECTING, "not opened yet");
    threads =
        Stream.concat(
                sides.entrySet().stream().map(side -> thread(side.getKey().id(), side.getValue())),
                Stream.of(thread("publish", this::run)))
            .toList();
  }

  /** Daemons, since a system call that FFmpeg is stuck in must not keep the program from ending. */
  private Thread thread(String what, Runnable task) {
    Thread thread = new Thread(task, "pixelwatch-" + spec.stream() + "-" + what);
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    threads.forEach(Thread::start);
  }

  private void run() {
    try {
      while (!stopped && status.getState() != StreamState.ENDED) {
        Optional<CaptureBuffer.Captured> next = buffer.poll(POLL_MS);
        next.ifPresent(this::take);
        tell(next.isEmpty());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      end();
    }
  }

  private void take(CaptureBuffer.Captured captured) {
    if (handler == null) {
      handler = handler();
    }
    handler.take(captured, new FrameHandler.Gone(isGone(Side.REFERENCE), isGone(Side.PROCESSED)));
  }

  private boolean isGone(Side side) {
    SideCapture capture = sides.get(side);
    return capture != null && !capture.state().isCapturing();
  }

  /** Both sides count in the rate of the reference, or of what is there when it is not. */
  private FrameHandler handler() {
    FrameRate rate =
        sides.values().stream()
            .flatMap(side -> side.state().frameRate().stream())
            .findFirst()
            .orElse(FrameRate.of(25));
    return spec.through().isPresent()
        ? new StageHandler(spec.through().get(), sink, rate)
        : new PairHandler(spec, sink, rate);
  }

  /**
   * Publishes the state when it has changed, and now and then.
   *
   * @param drained whether no frame waits, so that an end is an end
   */
  private void tell(boolean drained) {
    StreamStatus now = status(drained);
    boolean changed =
        now.getState() != status.getState()
            || !now.getReason().equals(status.getReason())
            || !java.util.Objects.equals(now.getOffsetFrames(), status.getOffsetFrames());
    if (changed) {
      said.accept(inWords(now));
    }
    status = now;
    if (changed || System.nanoTime() - toldNanos > STATUS_NANOS) {
      toldNanos = System.nanoTime();
      statuses.publish(now);
      tellDropped();
    }
  }

  private void tellDropped() {
    long dropped = buffer.dropped();
    if (dropped > droppedTold) {
      said.accept(
          "%d captured frames came too fast and were dropped, %d so far."
              .formatted(dropped - droppedTold, dropped));
      droppedTold = dropped;
    }
  }

  private static String inWords(StreamStatus status) {
    StringBuilder words = new StringBuilder(status.getState().name());
    if (status.getOffsetFrames() != null) {
      words.append(", offset ").append(status.getOffsetFrames()).append(" frames");
    }
    if (status.getAlignmentConfidence() != null) {
      words.append(
          String.format(
              java.util.Locale.ROOT, ", confidence %.2f", status.getAlignmentConfidence()));
    }
    return status.getReason().isEmpty()
        ? words.append('.').toString()
        : words.append(": ").append(status.getReason()).append('.').toString();
  }

  private StreamStatus status(boolean drained) {
    SideState reference = sides.get(Side.REFERENCE).state();
    SideState processed =
        spec.processed().isPresent() ? sides.get(Side.PROCESSED).state() : reference;
    if (reference.phase() == SideState.Phase.ENDED && processed.phase() == SideState.Phase.ENDED) {
      return drained ? status(StreamState.ENDED, reference.reason()) : aligned();
    }
    if (reference.phase() == SideState.Phase.CONNECTING) {
      return status(StreamState.CONNECTING, reference.reason());
    }
    if (processed.phase() == SideState.Phase.CONNECTING) {
      return status(StreamState.CONNECTING, processed.reason());
    }
    if (reference.isCapturing() && processed.isCapturing()) {
      return aligned();
    }
    if (spec.through().isEmpty() && !reference.isCapturing() && !processed.isCapturing()) {
      return status(StreamState.BOTH_LOST, reference.reason());
    }
    return reference.isCapturing()
        ? status(StreamState.PROCESSED_LOST, processed.reason())
        : status(StreamState.REFERENCE_LOST, reference.reason());
  }

  private StreamStatus aligned() {
    if (handler == null) {
      return status(StreamState.ALIGNING, "waiting for the first frames");
    }
    Alignment.Standing standing = handler.standing();
    return switch (standing.state()) {
      case ALIGNING -> status(StreamState.ALIGNING, standing.reason());
      case UNALIGNED -> status(StreamState.UNALIGNED, standing.reason());
      case ALIGNED -> status(StreamState.LIVE, "");
    };
  }

  private StreamStatus status(StreamState state, String reason) {
    Optional<Alignment.Standing> standing =
        Optional.ofNullable(handler).map(FrameHandler::standing);
    SideCapture processed = sides.get(Side.PROCESSED);
    return new StreamStatus(
        spec.stream(),
        spec.stage(),
        spec.build(),
        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
        state,
        reason,
        sides.get(Side.REFERENCE).state().frames(),
        processed == null ? sink.published(Side.PROCESSED) : processed.state().frames(),
        standing.flatMap(Alignment.Standing::offset).orElse(null),
        standing.flatMap(Alignment.Standing::confidence).orElse(null),
        Optional.ofNullable(handler).flatMap(FrameHandler::shiftRight).orElse(null),
        Optional.ofNullable(handler).flatMap(FrameHandler::shiftDown).orElse(null));
  }

  private void end() {
    try {
      if (handler != null && failure == null) {
        handler.finish();
      }
      status = status(StreamState.ENDED, failure == null ? endReason() : "it failed");
      statuses.publish(status);
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      if (handler != null) {
        handler.close();
      }
    }
  }

  private String endReason() {
    return stopped ? "it was stopped" : status.getReason();
  }

  StreamSpec spec() {
    return spec;
  }

  /** How it is doing now. */
  StreamStatus status() {
    return status;
  }

  StreamSink sink() {
    return sink;
  }

  /** Frames that were captured and had no room. */
  long dropped() {
    return buffer.dropped();
  }

  /** What ended the stream against its will, if anything did. */
  Optional<Throwable> failure() {
    return Stream.concat(
            Stream.ofNullable(failure),
            sides.values().stream().flatMap(side -> side.failure().stream()))
        .findFirst();
  }

  /** Ends the capture; frames that are held are still published. */
  @Override
  public void close() {
    stopped = true;
    sides.values().forEach(SideCapture::stop);
    try {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MS);
      for (Thread thread : threads) {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
