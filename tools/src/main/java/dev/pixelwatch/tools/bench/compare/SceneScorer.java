package dev.pixelwatch.tools.bench.compare;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.compare.ScoredBuild;
import dev.pixelwatch.tools.demo.FaultyStage;
import dev.pixelwatch.tools.report.FrameResult;
import dev.pixelwatch.tools.score.ParallelAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Painted streets as the reference, sent through a stage and scored by the real network. */
final class SceneScorer {
  private static final FrameRate RATE = FrameRate.of(30);
  private static final long FRAME_US = 33_333;

  private final DistortionNetwork network;
  private final List<List<Picture>> scenes;

  /**
   * @param scenes number of streets, one after the other
   * @param framesOfScene how long each is seen
   */
  SceneScorer(DistortionNetwork network, int width, int height, int scenes, int framesOfScene) {
    this.network = network;
    this.scenes =
        IntStream.rangeClosed(1, scenes)
            .mapToObj(seed -> new MovingScene(width, height, seed, true))
            .map(scene -> LongStream.range(0, framesOfScene).mapToObj(scene::frame).toList())
            .toList();
  }

  /** Number of frames of all scenes. */
  int frames() {
    return scenes.stream().mapToInt(List::size).sum();
  }

  private record Pair(long number, Picture reference, Picture processed) {}

  /** What the network says of a build of the stage. */
  ScoredBuild score(String name, FaultyStage stage) {
    List<Pair> pairs = new ArrayList<>();
    for (List<Picture> scene : scenes) {
      List<Picture> processed = stage.apply(scene, RATE);
      for (int i = 0; i < scene.size(); i++) {
        pairs.add(new Pair(pairs.size(), scene.get(i), processed.get(i)));
      }
    }
    List<FrameResult> results = new ArrayList<>();
    new ParallelAssessment<>(
            network, Runtime.getRuntime().availableProcessors(), SceneScorer::assess)
        .run(pairs.iterator(), (pair, result) -> results.add(result));
    return new ScoredBuild(name, name, network.model(), results);
  }

  private static FrameResult assess(Pair pair, Assessor assessor) {
    return FrameResult.scored(
        pair.number(),
        pair.number() * FRAME_US,
        assessor.assess(pair.reference(), pair.processed()));
  }
}
