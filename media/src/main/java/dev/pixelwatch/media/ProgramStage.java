package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the user's as a stage: it reads raw frames from its standard input and writes as
 * many of the same size to its standard output. Frames are I420: luma row by row, then Cb, then Cr.
 * What it is told of them stands in {@link ProgramEnvironment}.
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
  private final ProgramPipes pipes;
  private final Deque<Long> inside = new ArrayDeque<>();
  private long framesIn;

  /**
   * Starts the program through the shell.
   *
   * @param name as the user wrote it, for messages
   * @param command for {@code /bin/sh}
   * @param patience how long it may do nothing while it is waited for
   */
  ProgramStage(String name, String command, VideoFormat format, Duration patience) {
    this.name = name;
    this.format = format;
    patienceNanos = patience.toNanos();
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
    builder.environment().putAll(ProgramEnvironment.of(format));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UserError(
          "the stage '%s' cannot be started: %s".formatted(name, e.getMessage()),
          "Check the command.",
          e);
    }
    words = LastLines.of(process.getErrorStream());
    pipes = new ProgramPipes(process, frameBytes());
  }

  @Override
  public List<Processed> process(long index, Picture picture) {
    if (!format.fits(picture)) {
      throw new IllegalArgumentException(picture + " does not fit the stage for " + format);
    }
    pipes.beginWaiting();
    long seen = pipes.changes();
    List<Processed> ready = take();
    while (pipes.waiting() >= WAITING && !pipes.hasEnded()) {
      seen = awaitChange(seen);
      ready.addAll(take());
    }
    if (pipes.hasEnded()) {
      throw endedEarly();
    }
    if (inside.size() >= MOST_INSIDE) {
      throw failure(
          "holds back more than %d frames".formatted(MOST_INSIDE),
          "It must write a frame for each frame that it reads, at most a few later.");
    }
    inside.add(index);
    framesIn++;
    pipes.put(picture.luma(), picture.cb(), picture.cr());
    return ready;
  }

  @Override
  public List<Processed> finish() {
    pipes.endInput();
    pipes.beginWaiting();
    long seen = pipes.changes();
    List<Processed> last = take();
    while (!pipes.hasEnded()) {
      seen = awaitChange(seen);
      last.addAll(take());
    }
    last.addAll(take());
    int exitCode = exitCode();
    if (exitCode != 0) {
      throw ended(exitCode);
    }
    if (!inside.isEmpty() || pipes.leftOver() > 0) {
      throw wrongAmount();
    }
    return last;
  }

  /**
   * Waits a little for something to happen after a count of changes, and gives the count then;
   * throws when nothing has happened for too long.
   */
  private long awaitChange(long seen) {
    if (pipes.idleNanos() > patienceNanos) {
      throw failure(
          "has neither read nor written a frame for %d s"
              .formatted(TimeUnit.NANOSECONDS.toSeconds(patienceNanos)),
          "Let it read until the end of its input, and write each frame as soon as it has it; or"
              + " give it longer.");
    }
    try {
      pipes.awaitChange(seen);
      return pipes.changes();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted", "Start again.");
    }
  }

  private List<Processed> take() {
    List<Processed> taken = new ArrayList<>();
    for (byte[] frame : pipes.take()) {
      if (inside.isEmpty()) {
        throw failure("writes more than it was given: larger frames, or more of them", form());
      }
      taken.add(new Processed(inside.remove(), picture(frame)));
    }
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

  private UserError endedEarly() {
    int exitCode = exitCode();
    return exitCode == 0
        ? failure(
            "ended after %d frames, before its input did".formatted(pipes.framesOut()),
            "Let it read until the end of its input.")
        : ended(exitCode);
  }

  private UserError ended(int exitCode) {
    return failure(
        "ended with exit code %d after %d of the %d frames sent to it"
            .formatted(exitCode, pipes.framesOut(), framesIn),
        "Mend the program, or its arguments.");
  }

  /** Fewer bytes than went in, or a broken frame at the end. */
  private UserError wrongAmount() {
    if (pipes.leftOver() == 0) {
      return failure("gave %d frames for %d".formatted(pipes.framesOut(), framesIn), form());
    }
    long bytes = pipes.framesOut() * frameBytes() + pipes.leftOver();
    return failure(
        "gave %d bytes for %d frames of %d bytes: frames of another size, or a broken one"
            .formatted(bytes, framesIn, frameBytes()),
        form());
  }

  private String form() {
    return "It must write one frame of %d bytes (I420, %d x %d) for each that it reads."
        .formatted(frameBytes(), format.width(), format.height());
  }

  private UserError failure(String what, String hint) {
    String said = words.last().map(line -> " (it said: " + line + ")").orElse("");
    return new UserError("the stage '%s' %s%s".formatted(name, what, said), hint);
  }

  private int frameBytes() {
    int chroma = Picture.half(format.width()) * Picture.half(format.height());
    return format.width() * format.height() + 2 * chroma;
  }

  private Picture picture(byte[] frame) {
    int luma = format.width() * format.height();
    int chroma = (frame.length - luma) / 2;
    return new Picture(
        format.width(),
        format.height(),
        Arrays.copyOfRange(frame, 0, luma),
        Arrays.copyOfRange(frame, luma, luma + chroma),
        Arrays.copyOfRange(frame, luma + chroma, frame.length),
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
    pipes.abandon();
  }
}
