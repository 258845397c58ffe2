package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of the user's as a stage: it reads raw frames from its standard input and writes as
 * many of the same size to its standard output. Frames are I420: luma row by row, then Cb, then Cr.
 * What it is told of them stands in {@link ProgramEnvironment}. Threads of its own move the bytes,
 * so that the program may hold frames back.
 */
final class ProgramStage implements Stage {
  /** Frames that wait for the program to read them. */
  private static final int WAITING = 2;

  /** A program that takes more in than it gives out would fill the memory in the end. */
  private static final int MOST_INSIDE = 256;

  private final String name;
  private final VideoFormat format;
  private final long patienceNanos;
  private final Process process;
  private final LastLines words;

  private final Object lock = new Object();
  private final Deque<Picture> waiting = new ArrayDeque<>();
  private final Deque<Long> inside = new ArrayDeque<>();
  private final List<Processed> ready = new ArrayList<>();
  private boolean inputEnded;
  private boolean outputEnded;
  private boolean closed;
  private long framesIn;
  private long framesOut;
  private int leftOver;
  private boolean tooMuch;
  private long progressNanos = System.nanoTime();

  /**
   * Starts the program through the shell.
   *
   * @param name as the user wrote it, for messages
   * @param command for {@code /bin/sh}
   * @param patience how long it may do nothing
   */
  ProgramStage(String name, String command, VideoFormat format, Duration patience) {
    this.name = name;
    this.format = format;
    patienceNanos = patience.toNanos();
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
    ProgramEnvironment.of(format).forEach(builder.environment()::put);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UserError(
          "the stage '%s' cannot be started: %s".formatted(name, e.getMessage()),
          "Check the command.",
          e);
    }
    words = new LastLines(process.getErrorStream());
    start("stage-words", words);
    start("stage-input", this::write);
    start("stage-output", this::read);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public List<Processed> process(long index, Picture picture) {
    if (!format.fits(picture)) {
      throw new IllegalArgumentException(picture + " does not fit the stage for " + format);
    }
    synchronized (lock) {
      // Only the time for which it is waited for counts.
      progressNanos = System.nanoTime();
      while (waiting.size() >= WAITING && !outputEnded) {
        await();
      }
      if (outputEnded) {
        throw endedEarly();
      }
      if (inside.size() >= MOST_INSIDE) {
        throw failure(
            "holds back more than %d frames".formatted(MOST_INSIDE),
            "It must write a frame for each frame that it reads, at most a few later.");
      }
      waiting.add(picture);
      inside.add(index);
      framesIn++;
      lock.notifyAll();
      return takeReady();
    }
  }

  @Override
  public List<Processed> finish() {
    synchronized (lock) {
      inputEnded = true;
      progressNanos = System.nanoTime();
      lock.notifyAll();
      while (!outputEnded) {
        await();
      }
    }
    int exitCode = exitCode();
    synchronized (lock) {
      if (exitCode != 0) {
        throw ended(exitCode);
      }
      requireAll();
      return takeReady();
    }
  }

  /** Waits for the other threads; throws when nothing has happened for too long. */
  private void await() {
    requireProgress();
    try {
      lock.wait(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted", "Start again.");
    }
  }

  private void requireProgress() {
    if (tooMuch) {
      throw wrongAmount();
    }
    if (System.nanoTime() - progressNanos > patienceNanos) {
      throw failure(
          "has neither read nor written a frame for %d s"
              .formatted(TimeUnit.NANOSECONDS.toSeconds(patienceNanos)),
          "Let it read until the end of its input, and write each frame as soon as it has it; or"
              + " give it longer.");
    }
  }

  private List<Processed> takeReady() {
    if (tooMuch) {
      throw wrongAmount();
    }
    List<Processed> taken = List.copyOf(ready);
    ready.clear();
    return taken;
  }

  private int exitCode() {
    try {
      if (process.waitFor(patienceNanos, TimeUnit.NANOSECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw failure("has closed its output but does not end", "Let it end when its input has ended.");
  }

  private void requireAll() {
    if (framesOut != framesIn || leftOver > 0) {
      throw wrongAmount();
    }
  }

  private UserError endedEarly() {
    int exitCode = exitCode();
    return exitCode == 0
        ? failure(
            "ended after %d frames, before its input did".formatted(framesOut),
            "Let it read until the end of its input.")
        : ended(exitCode);
  }

  private UserError ended(int exitCode) {
    return failure(
        "ended with exit code %d after %d of %d frames".formatted(exitCode, framesOut, framesIn),
        "Mend the program, or its arguments.");
  }

  /** More bytes than went in, fewer, or a broken frame at the end. */
  private UserError wrongAmount() {
    long bytes = framesOut * frameBytes() + leftOver;
    String hint =
        "It must write one frame of %d bytes (I420, %d x %d) for each that it reads."
            .formatted(frameBytes(), format.width(), format.height());
    if (tooMuch) {
      return failure("writes more than it was given: larger frames, or more of them", hint);
    }
    if (leftOver == 0) {
      return failure("gave %d frames for %d".formatted(framesOut, framesIn), hint);
    }
    return failure(
        "gave %d bytes for %d frames of %d bytes: frames of another size, or a broken one"
            .formatted(bytes, framesIn, frameBytes()),
        hint);
  }

  private UserError failure(String what, String hint) {
    String said = words.last().map(line -> " (it said: " + line + ")").orElse("");
    return new UserError("the stage '%s' %s%s".formatted(name, what, said), hint);
  }

  private int frameBytes() {
    int chroma = Picture.half(format.width()) * Picture.half(format.height());
    return format.width() * format.height() + 2 * chroma;
  }

  /** Gives the program what waits for it; runs on a thread of its own. */
  private void write() {
    try (OutputStream out = process.getOutputStream()) {
      for (Optional<Picture> next = next(); next.isPresent(); next = next()) {
        out.write(next.get().luma());
        out.write(next.get().cb());
        out.write(next.get().cr());
        out.flush();
        progress(() -> {});
      }
    } catch (IOException e) {
      // The program reads no more; why, its end says.
    }
  }

  private Optional<Picture> next() {
    synchronized (lock) {
      while (waiting.isEmpty() && !inputEnded && !closed) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          return Optional.empty();
        }
      }
      Optional<Picture> next = Optional.ofNullable(waiting.poll());
      lock.notifyAll();
      return next;
    }
  }

  /** Takes what the program writes; runs on a thread of its own. */
  private void read() {
    try (InputStream in = process.getInputStream()) {
      byte[] bytes = in.readNBytes(frameBytes());
      while (bytes.length == frameBytes()) {
        Picture picture = picture(bytes);
        progress(() -> accept(picture));
        bytes = in.readNBytes(frameBytes());
      }
      leftOver = bytes.length;
    } catch (IOException e) {
      // The pipe is closed: by us at the end, or with the program, whose end says why.
    } finally {
      progress(() -> outputEnded = true);
    }
  }

  private void accept(Picture picture) {
    if (inside.isEmpty()) {
      tooMuch = true;
    } else {
      framesOut++;
      ready.add(new Processed(inside.remove(), picture));
    }
  }

  private void progress(Runnable change) {
    synchronized (lock) {
      change.run();
      progressNanos = System.nanoTime();
      lock.notifyAll();
    }
  }

  private Picture picture(byte[] bytes) {
    int luma = format.width() * format.height();
    int chroma = (bytes.length - luma) / 2;
    return new Picture(
        format.width(),
        format.height(),
        Arrays.copyOfRange(bytes, 0, luma),
        Arrays.copyOfRange(bytes, luma, luma + chroma),
        Arrays.copyOfRange(bytes, luma + chroma, bytes.length),
        format.matrix(),
        format.range());
  }

  /** Ends the program and what it has started. */
  @Override
  public void close() {
    // Asked before the parent is gone, since nobody knows them afterwards.
    List<ProcessHandle> started = process.descendants().toList();
    process.toHandle().destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    // Closes the pipes too, which would wait for those that still held them.
    process.destroyForcibly();
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
  }
}
