package dev.pixelwatch.tools.bench.detectors;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import dev.pixelwatch.monitor.detect.Observation;
import dev.pixelwatch.monitor.detect.Region;
import dev.pixelwatch.monitor.detect.StreamDetectors;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One stream at 30 frames per second whose scores are resampled from a measured track: blocks of
 * random length from random places, joined (the stationary bootstrap of Politis and Romano 1994),
 * all 16 quantities together, so that what frames and types have in common is kept.
 */
final class SimulatedStream {
  /** Frames per second. */
  static final int RATE = 30;

  private static final double MEAN_BLOCK = 4.0 * RATE;
  private static final double MEAN_SCENE = 10.0 * RATE;
  private static final int CELLS = 1;

  private final Random random;
  private final List<ScoreTrack> scenes;
  private final boolean cuts;
  private final StreamDetectors detectors;
  private byte[] picture;
  private ScoreTrack scene;
  private int position;
  private long frame;

  /**
   * @param scenes tracks of one stage; the stream begins with a random one
   * @param cuts whether the scene changes every ten seconds in the mean
   */
  SimulatedStream(List<ScoreTrack> scenes, boolean cuts, DetectorConfig config, long seed) {
    this.scenes = scenes;
    this.cuts = cuts;
    random = new Random(seed);
    detectors = StreamDetectors.of("simulated", config, Region.UNKNOWN);
    cut();
  }

  private void cut() {
    scene = scenes.get(random.nextInt(scenes.size()));
    byte[] before = picture;
    picture = new byte[CELLS];
    // Any other level is a cut to the detectors.
    int level = before == null ? 60 : before[0] == 60 ? 160 : 60;
    Arrays.fill(picture, (byte) level);
    jump();
  }

  private void jump() {
    position = random.nextInt(scene.frames().size());
  }

  long frame() {
    return frame;
  }

  /**
   * The next frame.
   *
   * @param added to one of the quantities
   * @return the alerts that open or close by it
   */
  List<Alert> next(int quantity, double added) {
    if (cuts && random.nextDouble() < 1 / MEAN_SCENE) {
      cut();
    } else if (random.nextDouble() < 1 / MEAN_BLOCK) {
      jump();
    }
    double[] values = scene.frames().get(position).clone();
    position = (position + 1) % scene.frames().size();
    values[quantity] += added;
    long timeUs = frame * 1_000_000 / RATE;
    return detectors.scored(
        new Observation("simulated", "1", frame++, timeUs, values, 0, picture, picture));
  }
}
