package dev.pixelwatch.tools.attach;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.InputUnavailableException;
import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.media.LiveInput;
import dev.pixelwatch.media.LiveReader;
import dev.pixelwatch.monitor.Side;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Captures one side on a thread of its own, and opens it again when it was lost, each time a little
 * later. Positions go on over a loss by the time that has passed.
 */
final class SideCapture implements Runnable {
  private static final long FIRST_PAUSE_MS = 500;
  private static final long LONGEST_PAUSE_MS = 10_000;

  private final Side side;
  private final LiveInput input;
  private final CaptureBuffer buffer;
  private final Consumer<String> said;
  private final Object wakeUp = new Object();
  private volatile SideState state = SideState.START;
  private volatile Optional<Throwable> failure = Optional.empty();
  private volatile boolean stopped;
  private volatile LiveReader reader;
  private long pauseMs = FIRST_PAUSE_MS;
  private int connections;
  private long nextIndex;
  private long lastCaptureTimeUs;

  /**
   * @param said told in words, in whole sentences, what happens to this side
   */
  SideCapture(Side side, LiveInput input, CaptureBuffer buffer, Consumer<String> said) {
    this.side = side;
    this.input = input;
    this.buffer = buffer;
    this.said = said;
  }

  SideState state() {
    return state;
  }

  /** What ended this side for good, if it was a mistake of the user or a fault of ours. */
  Optional<Throwable> failure() {
    return failure;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        capture();
      }
      if (state.phase() != SideState.Phase.ENDED) {
        state = state.ended("it was stopped");
      }
    } catch (RuntimeException | Error e) {
      failure = Optional.of(e);
      state = state.ended(String.valueOf(e.getMessage()));
    }
  }

  private void capture() {
    try (LiveReader opened = LiveReader.open(input, note -> say(input.uri() + ": " + note))) {
      reader = opened;
      say("captures " + input.uri() + ": " + opened.inWords());
      state = state.opened(opened.frameRate());
      connections++;
      copy(opened);
      leave(opened.ending());
    } catch (InputUnavailableException e) {
      if (!input.mayComeBack()) {
        throw new UserError(e.getMessage(), "Give something that FFmpeg can open as video.", e);
      }
      leave(e.getMessage());
    } finally {
      reader = null;
    }
    pause();
  }

  private void copy(LiveReader opened) {
    long base = -1;
    Optional<LiveFrame> next = opened.read();
    while (next.isPresent() && !stopped) {
      LiveFrame frame = next.get();
      if (base < 0) {
        base = base(opened, frame);
        pauseMs = FIRST_PAUSE_MS;
      }
      nextIndex = base + frame.index() + 1;
      lastCaptureTimeUs = frame.captureTimeUs();
      state = state.withFrame();
      buffer.offer(new CaptureBuffer.Captured(side, connections, frame.at(nextIndex - 1)));
      next = opened.read();
    }
  }

  /** Where the first frame of a connection stands: as far on as the time since the last one. */
  private long base(LiveReader opened, LiveFrame first) {
    if (nextIndex == 0) {
      return 0;
    }
    double seconds = (first.captureTimeUs() - lastCaptureTimeUs) / 1e6;
    long passed = Math.round(seconds * opened.frameRate().perSecond());
    return nextIndex + Math.max(0, passed - 1);
  }

  private void leave(String why) {
    if (stopped) {
      return;
    }
    if (!input.mayComeBack()) {
      state = state.ended(why);
      say("%s: %s.".formatted(input.uri(), why));
      stopped = true;
    } else {
      state = state.missing(why);
      say("%s; trying again in %.1f s.".formatted(why, pauseMs / 1e3));
    }
  }

  private void pause() {
    synchronized (wakeUp) {
      try {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMs);
        long left = pauseMs;
        while (!stopped && left > 0) {
          wakeUp.wait(left);
          left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped = true;
      }
    }
    pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
  }

  private void say(String what) {
    said.accept(side.id() + " " + what);
  }

  /** Ends the capture soon. */
  void stop() {
    synchronized (wakeUp) {
      stopped = true;
      wakeUp.notifyAll();
    }
    LiveReader open = reader;
    if (open != null) {
      open.interrupt();
    }
  }
}
