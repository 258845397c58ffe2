package dev.pixelwatch.media;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends the waiting of FFmpeg for data: when time is up, or when another thread asks for it. FFmpeg
 * asks back about ten times a second while it waits.
 */
final class Interrupter implements AutoCloseable {
  /**
   * One callback for all inputs, since JavaCPP has a limited number. It tells them apart by the
   * opaque pointer, which is a number and points nowhere.
   */
  private static final AVIOInterruptCB.Callback_Pointer CALLBACK = new Callback();

  private static final Map<Long, Interrupter> OPEN = new ConcurrentHashMap<>();
  private static final AtomicLong IDS = new AtomicLong();

  private final long id = IDS.incrementAndGet();
  private volatile long deadlineNanos;
  private volatile boolean interrupted;
  private volatile boolean timedOut;

  /** Gives whatever FFmpeg waits for from now on so much time. */
  void allow(Duration patience) {
    deadlineNanos = System.nanoTime() + patience.toNanos();
  }

  /** Ends the waiting, now and for ever. */
  void interrupt() {
    interrupted = true;
  }

  boolean isInterrupted() {
    return interrupted;
  }

  /** Whether something was given up because its time was up. */
  boolean hasTimedOut() {
    return timedOut;
  }

  /** Lets FFmpeg ask while it opens and reads; {@link #allow} must have been called. */
  void attachTo(AVFormatContext context) {
    OPEN.put(id, this);
    context.interrupt_callback().callback(CALLBACK).opaque(new Id(id));
  }

  /** Whether FFmpeg is to give up. */
  boolean isDue() {
    if (System.nanoTime() - deadlineNanos > 0) {
      timedOut = true;
    }
    return interrupted || timedOut;
  }

  @Override
  public void close() {
    OPEN.remove(id);
  }

  private static final class Callback extends AVIOInterruptCB.Callback_Pointer {
    @Override
    public int call(Pointer opaque) {
      Interrupter interrupter = OPEN.get(opaque.address());
      return interrupter != null && interrupter.isDue() ? 1 : 0;
    }
  }

  private static final class Id extends Pointer {
    Id(long id) {
      address = id;
    }
  }
}
