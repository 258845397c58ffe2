package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.DifferingFrame;
import dev.pixelwatch.tools.compare.DirectAgreement;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.MeanDifferenceMap;
import dev.pixelwatch.tools.compare.Quantity;
import dev.pixelwatch.tools.compare.Scored;
import dev.pixelwatch.tools.compare.ScoredBuild;
import dev.pixelwatch.tools.report.RunInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A comparison in which B is noisier, less blurred, and has a lower score. */
final class Reports {
  static final int FRAMES = 200;
  private static final int WIDTH = 64;
  private static final int HEIGHT = 64;

  private Reports() {}

  static Compared noisier(String nameOfB) {
    ScoredBuild a = Scored.build("old.mp4", FRAMES, Map.of(quantity("blur"), 0.2));
    ScoredBuild b =
        Scored.build(
            nameOfB,
            FRAMES,
            Map.of(quantity("noise"), 0.3, quantity("blur"), 0.1, Quantity.SCORE, -6.0));
    return compared(Comparison.of(a, b, Gate.defaults()));
  }

  static Compared compared(Comparison comparison) {
    MeanDifferenceMap map = new MeanDifferenceMap();
    map.add(map(0), map(0.5));
    return new Compared(
        new RunInfo(
            "0.1.0",
            "live",
            Scored.MODEL.sha256(),
            "a test",
            "",
            "",
            "",
            WIDTH,
            HEIGHT,
            "ref.mp4",
            "both",
            Double.NaN,
            "nothing",
            List.of("ref.mp4 was scaled <a little>.")),
        comparison,
        map,
        Optional.of(DirectAgreement.of(comparison, comparison.b().frames())),
        DifferingFrame.of(comparison));
  }

  static Map<Long, FrameEvidence> evidence(Compared compared) {
    MovingScene scene = new MovingScene(WIDTH, HEIGHT, 1);
    Map<Long, FrameEvidence> evidence = new TreeMap<>();
    for (DifferingFrame frame : compared.shown()) {
      Picture picture = scene.frame(frame.number());
      evidence.put(frame.number(), new FrameEvidence(picture, picture, picture, map(0), map(0.5)));
    }
    return evidence;
  }

  private static DistortionMap map(double noise) {
    float[] values = new float[DistortionType.COUNT * 4 * 4];
    Arrays.fill(values, 0.5f);
    values[5] = (float) (0.5 + noise / 2);
    return new DistortionMap(4, 4, values);
  }

  static Quantity quantity(String id) {
    return Quantity.byId(id).orElseThrow();
  }
}
