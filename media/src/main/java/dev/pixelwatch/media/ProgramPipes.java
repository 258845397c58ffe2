package dev.pixelwatch.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Moves raw frames into a program and out of it, on two threads, so that the program may hold some
 * back. What has happened so far is asked under the lock of this object.
 */
final class ProgramPipes {
  /** Frames that came out and wait to be taken; the program waits when there are more. */
  private static final int MOST_READY = 4;

  private final Process process;
  private final int frameBytes;
  private final Deque<byte[][]> waiting = new ArrayDeque<>();
  private final List<byte[]> ready = new ArrayList<>();
  private boolean inputEnded;
  private boolean abandoned;
  private boolean outputEnded;
  private long framesOut;
  private int leftOver;
  private long changes;
  private long progressNanos = System.nanoTime();

  /** Starts moving; see {@link #put} and {@link #take}. */
  ProgramPipes(Process process, int frameBytes) {
    this.process = process;
    this.frameBytes = frameBytes;
    start("stage-input", this::write);
    start("stage-output", this::read);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Gives the program a frame, in parts; does not wait. */
  synchronized void put(byte[]... parts) {
    waiting.add(parts);
    notifyAll();
  }

  /** Ends the input of the program once it has read what waits. */
  synchronized void endInput() {
    inputEnded = true;
    notifyAll();
  }

  /** Leaves out what waits: the program is being ended. */
  synchronized void abandon() {
    abandoned = true;
    waiting.clear();
    endInput();
  }

  /** The frames that came out since this was asked last, in order. */
  synchronized List<byte[]> take() {
    List<byte[]> taken = List.copyOf(ready);
    ready.clear();
    notifyAll();
    return taken;
  }

  /** Counts what has happened, for {@link #awaitChange}. */
  synchronized long changes() {
    return changes;
  }

  /** Waits until something happens after that count, but not long. */
  synchronized void awaitChange(long seen) throws InterruptedException {
    if (changes == seen) {
      wait(100);
    }
  }

  /** Frames that wait for the program to read them. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Frames that came out so far. */
  synchronized long framesOut() {
    return framesOut;
  }

  /** Bytes after the last whole frame. */
  synchronized int leftOver() {
    return leftOver;
  }

  /** Whether the program will give nothing more. */
  synchronized boolean hasEnded() {
    return outputEnded;
  }

  /** Takes now for the last time something happened. */
  synchronized void beginWaiting() {
    progressNanos = System.nanoTime();
  }

  /** How long nothing has happened. */
  synchronized long idleNanos() {
    return System.nanoTime() - progressNanos;
  }

  private synchronized void progress(Runnable change) {
    change.run();
    changes++;
    progressNanos = System.nanoTime();
    notifyAll();
  }

  private void write() {
    try (OutputStream out = process.getOutputStream()) {
      for (Optional<byte[][]> next = next(); next.isPresent(); next = next()) {
        for (byte[] part : next.get()) {
          out.write(part);
        }
        out.flush();
        progress(() -> {});
      }
    } catch (IOException e) {
      // The program reads no more; why, its end says.
    }
  }

  private synchronized Optional<byte[][]> next() {
    while (waiting.isEmpty() && !inputEnded) {
      try {
        wait();
      } catch (InterruptedException e) {
        return Optional.empty();
      }
    }
    Optional<byte[][]> next = Optional.ofNullable(waiting.poll());
    changes++;
    notifyAll();
    return next;
  }

  private void read() {
    try (InputStream in = process.getInputStream()) {
      byte[] frame = in.readNBytes(frameBytes);
      while (frame.length == frameBytes) {
        accept(frame);
        frame = in.readNBytes(frameBytes);
      }
      int rest = frame.length;
      progress(() -> leftOver = rest);
    } catch (IOException e) {
      // The pipe is closed: by us at the end, or with the program, whose end says why.
    } finally {
      progress(() -> outputEnded = true);
    }
  }

  private synchronized void accept(byte[] frame) throws IOException {
    while (ready.size() >= MOST_READY && !abandoned) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }
    progress(
        () -> {
          framesOut++;
          ready.add(frame);
        });
  }
}
