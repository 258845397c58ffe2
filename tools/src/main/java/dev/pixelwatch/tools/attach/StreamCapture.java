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
  private static final long END_MS = 3_000;
  private static final int USUAL_RATE = 25;

  private final StreamSpec spec;
  private final Consumer<String> said;
  private final CaptureBuffer buffer = new CaptureBuffer();
  private final Map<Side, SideCapture> sides = new EnumMap<>(Side.class);
  private final CaptureThinning thinning = new CaptureThinning();
  private final StreamSink sink;
  private final StatusTeller teller;
  private final List<Thread> threads;
  private FrameHandler handler;
  private long droppedTold;
  private volatile boolean stopped;
  private long stoppedNanos;
  private volatile Throwable failure;

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
    this.said = said;
    sink = new StreamSink(spec, frames, firstNumber);
    sides.put(Side.REFERENCE, new SideCapture(Side.REFERENCE, spec.reference(), buffer, said));
    spec.processed()
        .map(input -> new SideCapture(Side.PROCESSED, input, buffer, said))
        .ifPresent(side -> sides.put(Side.PROCESSED, side));
    teller = new StatusTeller(statuses, said, status(CaptureState.START));
    threads =
        Stream.concat(
                sides.entrySet().stream().map(e -> thread(e.getKey().id(), e.getValue())),
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
      while (!stopped && status().getState() != StreamState.ENDED) {
        Optional<CaptureBuffer.Captured> next = buffer.poll(POLL_MS);
        next.ifPresent(this::take);
        teller.tell(status(state(next.isEmpty())));
        tellDropped();
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
    thinning.observe(buffer.dropped(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
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
            .orElse(FrameRate.of(USUAL_RATE));
    return spec.through().isPresent()
        ? new StageHandler(spec.through().get(), sink, rate)
        : new PairHandler(spec, sink, thinning, rate);
  }

  private void tellDropped() {
    long dropped = withoutRoom();
    if (dropped > 2 * droppedTold) {
      droppedTold = dropped;
      String which = thinning.k() == 1 ? "" : "; one in %d is published".formatted(thinning.k());
      said.accept(
          "captured frames had no room and were dropped, %d so far%s.".formatted(dropped, which));
    }
  }

  private CaptureState state(boolean drained) {
    SideState reference = sides.get(Side.REFERENCE).state();
    boolean ownStage = spec.through().isPresent();
    return CaptureState.of(
        reference,
        ownStage ? reference : sides.get(Side.PROCESSED).state(),
        ownStage,
        Optional.ofNullable(handler).map(FrameHandler::standing),
        drained);
  }

  private StreamStatus status(CaptureState state) {
    Optional<FrameHandler> taken = Optional.ofNullable(handler);
    Optional<Alignment.Standing> standing = taken.map(FrameHandler::standing);
    SideCapture processed = sides.get(Side.PROCESSED);
    return new StreamStatus(
        spec.stream(),
        spec.stage(),
        spec.build(),
        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
        state.state(),
        state.reason(),
        sides.get(Side.REFERENCE).state().frames(),
        processed == null ? sink.published(Side.PROCESSED) : processed.state().frames(),
        withoutRoom(),
        standing.flatMap(Alignment.Standing::offset).orElse(null),
        standing.flatMap(Alignment.Standing::confidence).orElse(null),
        taken.flatMap(FrameHandler::shiftRight).orElse(null),
        taken.flatMap(FrameHandler::shiftDown).orElse(null));
  }

  private void end() {
    try {
      if (handler != null && failure == null) {
        handler.finish();
      }
      String reason = stopped ? "it was stopped" : status().getReason();
      teller.tell(
          status(new CaptureState(StreamState.ENDED, failure == null ? reason : "it failed")));
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      if (handler != null) {
        handler.close();
      }
    }
  }

  StreamSpec spec() {
    return spec;
  }

  /** How it is doing now. */
  StreamStatus status() {
    return teller.last();
  }

  /** Frames of a side that were published. */
  long published(Side side) {
    return sink.published(side);
  }

  /** Frames that were captured and had no room, or whose number was taken. */
  long dropped() {
    return withoutRoom() + sink.leftOut();
  }

  private long withoutRoom() {
    return buffer.dropped() + thinning.leftOut();
  }

  /** What ended the stream against its will, if anything did. */
  Optional<Throwable> failure() {
    return Stream.concat(
            Stream.ofNullable(failure),
            sides.values().stream().flatMap(side -> side.failure().stream()))
        .findFirst();
  }

  /** Asks the capture to end. */
  void stop() {
    if (!stopped) {
      stoppedNanos = System.nanoTime();
    }
    stopped = true;
    sides.values().forEach(SideCapture::stop);
  }

  /** Ends the capture, at the latest a few seconds after it was asked to. */
  @Override
  public void close() {
    stop();
    try {
      long deadline = stoppedNanos + TimeUnit.MILLISECONDS.toNanos(END_MS);
      for (Thread thread : threads) {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
