package dev.pixelwatch.tools.bench.detectors;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.demo.FaultyStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Measures score noise: painted streets with sensor grain go through stages that work as they
 * should, and the network scores every pair. Nothing of it comes from outside data.
 */
public final class TrackRecorder {
  /** Scenes for each stage. */
  private static final int SCENES = 6;

  private static final int FRAMES = 240;

  /** Two seconds, as live streams have. */
  private static final String KEY_FRAME_EVERY = "60";

  private static final FrameRate RATE = FrameRate.of(30);
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;

  private final DistortionNetwork network;

  /**
   * @param network loaded with one thread; stays open
   */
  public TrackRecorder(DistortionNetwork network) {
    this.network = network;
  }

  /** Frames that {@link #record} will score. */
  public static long frames() {
    return (long) stages().size() * SCENES * FRAMES;
  }

  /** Three stages: a camera's own processing, and a codec at two quantisers. */
  private static Map<String, FaultyStage> stages() {
    Map<String, FaultyStage> stages = new LinkedHashMap<>();
    stages.put(
        "isp", FaultyStage.filter("noise=c0s=6:c0f=t,unsharp=5:5:0.6,exposure=exposure=0.08"));
    stages.put("h264-q30", h264(30));
    stages.put("h264-q40", h264(40));
    return stages;
  }

  private static FaultyStage h264(int quantiser) {
    String q = Integer.toString(quantiser);
    return FaultyStage.encoder(
        Encoding.of("libopenh264", Map.of("qmin", q, "qmax", q, "g", KEY_FRAME_EVERY)));
  }

  /**
   * Records all stages and scenes.
   *
   * @param progress told the number of frames that are scored
   */
  public List<ScoreTrack> record(LongConsumer progress) {
    List<ScoreTrack> tracks = new ArrayList<>();
    long done = 0;
    try (Assessor assessor = network.newAssessor()) {
      for (int seed = 1; seed <= SCENES; seed++) {
        MovingScene scene = new MovingScene(WIDTH, HEIGHT, seed, true);
        List<Picture> clean = LongStream.range(0, FRAMES).mapToObj(scene::frame).toList();
        for (Map.Entry<String, FaultyStage> stage : stages().entrySet()) {
          List<Picture> processed = stage.getValue().apply(clean, RATE);
          List<double[]> frames = new ArrayList<>();
          for (int i = 0; i < clean.size(); i++) {
            frames.add(values(assessor.assess(clean.get(i), processed.get(i))));
            progress.accept(++done);
          }
          tracks.add(new ScoreTrack(stage.getKey(), "street-" + seed, frames));
        }
      }
    }
    return tracks;
  }

  private static double[] values(Assessment assessment) {
    double[] values = new double[DistortionType.COUNT + 1];
    for (DistortionType type : DistortionType.values()) {
      values[type.ordinal()] = assessment.map().meanIntensity(type);
    }
    values[DistortionType.COUNT] = assessment.score();
    return values;
  }
}
