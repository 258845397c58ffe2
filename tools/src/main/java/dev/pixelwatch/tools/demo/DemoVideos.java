package dev.pixelwatch.tools.demo;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.VideoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Two lossless videos: a street, and the same street after the faulty stage.
 *
 * @param reference before the stage
 * @param processed after it
 */
public record DemoVideos(Path reference, Path processed) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final long SEED = 7;

  /**
   * Makes both videos.
   *
   * @param folder made if it is not there
   * @param progress told the number of frames that are done
   * @throws UserError if the folder cannot be written
   */
  public static DemoVideos make(FaultPlan plan, Path folder, LongConsumer progress) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserError("cannot make " + folder, "Choose another folder with --report.", e);
    }
    DemoVideos videos =
        new DemoVideos(folder.resolve("reference.mkv"), folder.resolve("processed.mkv"));
    MovingScene scene = new MovingScene(WIDTH, HEIGHT, SEED, true);
    try (VideoWriter before = videos.writer(videos.reference);
        VideoWriter after = videos.writer(videos.processed)) {
      long done = 0;
      while (done < plan.frames()) {
        long from = done;
        Optional<Fault> fault =
            plan.faults().stream().filter(f -> f.from() <= from && from < f.to()).findFirst();
        long to = fault.map(Fault::to).orElseGet(() -> nextFault(plan, from));
        List<Picture> clean = LongStream.range(from, to).mapToObj(scene::frame).toList();
        clean.forEach(before::write);
        fault.map(f -> f.stage().apply(clean, FaultPlan.RATE)).orElse(clean).forEach(after::write);
        progress.accept(to);
        done = to;
      }
    }
    return videos;
  }

  private static long nextFault(FaultPlan plan, long frame) {
    return plan.faults().stream()
        .mapToLong(Fault::from)
        .filter(from -> from > frame)
        .findFirst()
        .orElse(plan.frames());
  }

  private VideoWriter writer(Path file) {
    return new VideoWriter(file, WIDTH, HEIGHT, FaultPlan.RATE, Encoding.lossless());
  }
}
