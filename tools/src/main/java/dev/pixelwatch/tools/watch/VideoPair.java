package dev.pixelwatch.tools.watch;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.VideoFrame;
import dev.pixelwatch.media.VideoInfo;
import dev.pixelwatch.media.VideoReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two video files read side by side; frames belong together by their number, so that a frame that
 * could not be decoded in one of them leaves its partner alone and nothing else.
 */
public final class VideoPair implements AutoCloseable {
  private final Path referenceFile;
  private final Path processedFile;
  private final VideoReader reference;
  private final VideoReader processed;
  private Optional<VideoFrame> nextBefore = Optional.empty();
  private Optional<VideoFrame> nextAfter = Optional.empty();
  private long referenceFrames;
  private long processedFrames;

  private VideoPair(
      Path referenceFile, Path processedFile, VideoReader reference, VideoReader processed) {
    this.referenceFile = referenceFile;
    this.processedFile = processedFile;
    this.reference = reference;
    this.processed = processed;
  }

  /**
   * Opens both files.
   *
   * @param scaleReference whether a reference of another size is scaled to the size of the
   *     processed video
   * @throws UserError if a file is no video, or if the sizes differ and may not be scaled
   */
  public static VideoPair open(Path referenceFile, Path processedFile, boolean scaleReference) {
    VideoReader reference = VideoReader.open(referenceFile);
    VideoReader processed = null;
    try {
      processed = VideoReader.open(processedFile);
      VideoInfo wanted = processed.info();
      if (!sameSize(reference.info(), wanted)) {
        if (!scaleReference) {
          throw differentSizes(referenceFile, reference.info(), processedFile, wanted);
        }
        reference.close();
        reference = VideoReader.open(referenceFile, wanted.width(), wanted.height());
      }
      return new VideoPair(referenceFile, processedFile, reference, processed);
    } catch (RuntimeException | Error e) {
      reference.close();
      if (processed != null) {
        processed.close();
      }
      throw e;
    }
  }

  /** The next frames, or nothing when both videos have ended. */
  public Optional<FramePair> next() {
    nextBefore = nextBefore.or(reference::read);
    nextAfter = nextAfter.or(processed::read);
    if (nextBefore.isEmpty() && nextAfter.isEmpty()) {
      return Optional.empty();
    }
    long number = Math.min(number(nextBefore), number(nextAfter));
    Optional<VideoFrame> before = nextBefore.filter(frame -> frame.number() == number);
    Optional<VideoFrame> after = nextAfter.filter(frame -> frame.number() == number);
    if (before.isPresent()) {
      nextBefore = Optional.empty();
      referenceFrames = number + 1;
    }
    if (after.isPresent()) {
      nextAfter = Optional.empty();
      processedFrames = number + 1;
    }
    long timeUs = before.or(() -> after).orElseThrow().timeUs();
    return Optional.of(new FramePair(number, timeUs, picture(before), picture(after)));
  }

  private static long number(Optional<VideoFrame> frame) {
    return frame.map(VideoFrame::number).orElse(Long.MAX_VALUE);
  }

  /** The processed video, whose size and rate the run has. */
  public VideoInfo info() {
    return processed.info();
  }

  public Path referenceFile() {
    return referenceFile;
  }

  public Path processedFile() {
    return processedFile;
  }

  /** Frames to come according to the containers, or 0 if they do not say. */
  public long expectedFrames() {
    return Math.max(
        reference.info().expectedFrames().orElse(0), processed.info().expectedFrames().orElse(0));
  }

  /** What is said once, before the first frame: conversions and different rates. */
  public List<String> notesBefore() {
    List<String> notes = new ArrayList<>();
    reference.conversion().ifPresent(said -> notes.add(referenceFile + ": " + said + "."));
    processed.conversion().ifPresent(said -> notes.add(processedFile + ": " + said + "."));
    double before = reference.info().frameRate().perSecond();
    double after = processed.info().frameRate().perSecond();
    if (Math.abs(before - after) > 0.001 * after) {
      notes.add(
          "The frame rates differ, %s and %s frames/s; frames are paired by their number."
              .formatted(reference.info().frameRate(), processed.info().frameRate()));
    }
    return notes;
  }

  /** Whether a frame could not be decoded; known once the last one was read. */
  public boolean isDamaged() {
    return reference.lost() > 0 || processed.lost() > 0;
  }

  /** What is said once, after the last frame: lost frames and different lengths. */
  public List<String> notesAfter() {
    List<String> notes = new ArrayList<>();
    addLost(notes, referenceFile, reference.lost());
    addLost(notes, processedFile, processed.lost());
    if (referenceFrames != processedFrames) {
      notes.add(
          "The reference has %d frames and the processed video %d; the last %d have no partner."
              .formatted(
                  referenceFrames, processedFrames, Math.abs(referenceFrames - processedFrames)));
    }
    return notes;
  }

  @Override
  public void close() {
    reference.close();
    processed.close();
  }

  private static void addLost(List<String> notes, Path file, long lost) {
    if (lost > 0) {
      notes.add(
          "%s is cut off or damaged: %d %s could not be decoded."
              .formatted(file, lost, lost == 1 ? "frame" : "frames"));
    }
  }

  private static Optional<Picture> picture(Optional<VideoFrame> frame) {
    return frame.map(VideoFrame::picture);
  }

  private static boolean sameSize(VideoInfo a, VideoInfo b) {
    return a.width() == b.width() && a.height() == b.height();
  }

  private static UserError differentSizes(
      Path referenceFile, VideoInfo reference, Path processedFile, VideoInfo processed) {
    return new UserError(
        "the sizes differ: %s is %d x %d, %s is %d x %d"
            .formatted(
                referenceFile,
                reference.width(),
                reference.height(),
                processedFile,
                processed.width(),
                processed.height()),
        "Give --scale-reference to scale the reference to the size of the processed video.");
  }
}
