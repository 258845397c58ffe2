package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Maps;
import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.tools.compare.MeanDifferenceMap;
import dev.pixelwatch.tools.compare.ScoredBuild;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Scores as they were recorded, and a sample of their maps. */
final class RecordedScores {
  /** So many maps say where builds differ; all of a long recording would be gigabytes. */
  private static final int MOST_MAPS = 200;

  private RecordedScores() {}

  /**
   * Reads the scores of both builds.
   *
   * @throws UserError if one has none, or of several networks, or if the frames differ in size
   */
  static ScoredPair read(RecordedBuild a, RecordedBuild b, Labels labels) {
    long start = System.nanoTime();
    List<Score> ofA = scores(a);
    List<Score> ofB = scores(b);
    requireSameSize(a, ofA.get(0), b, ofB.get(0));
    MeanDifferenceMap map = maps(a, b, common(ofA, ofB));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new ScoredPair(
        build(labels.nameA(), labels.sourceA(), a, ofA),
        build(labels.nameB(), labels.sourceB(), b, ofB),
        List.of(),
        map,
        ofA.get(0).getWidth(),
        ofA.get(0).getHeight(),
        ofA.get(0).getEngine(),
        (ofA.size() + ofB.size()) / seconds,
        "reading recorded scores",
        map.notes());
  }

  private static List<Score> scores(RecordedBuild build) {
    List<Score> scores = build.recording().scores(build.id()).toList();
    if (scores.isEmpty()) {
      String damage = String.join("; ", build.recording().flaws());
      throw new UserError(
          build.name() + " has no scores" + (damage.isEmpty() ? "" : ": " + damage),
          build.hasFrames()
              ? "Give --rescore to score its frames now."
              : "Record its scores, or its frames.");
    }
    return scores;
  }

  private static void requireSameSize(RecordedBuild a, Score inA, RecordedBuild b, Score inB) {
    if (inA.getWidth() != inB.getWidth() || inA.getHeight() != inB.getHeight()) {
      throw Sizes.differ(
          a.name(), inA.getWidth(), inA.getHeight(), b.name(), inB.getWidth(), inB.getHeight());
    }
  }

  private static ScoredBuild build(
      String name, String source, RecordedBuild build, List<Score> scores) {
    Set<ModelInfo> models =
        scores.stream()
            .map(score -> new ModelInfo(score.getModelName(), score.getModelSha256()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (models.size() > 1) {
      throw new UserError(
          "the scores of %s come from %d networks".formatted(build.name(), models.size()),
          "Give --rescore to score its frames again with one network; --network says with which.");
    }
    return new ScoredBuild(
        name, source, models.iterator().next(), scores.stream().map(FrameResult::scored).toList());
  }

  private static List<Long> common(List<Score> a, List<Score> b) {
    Set<Long> common =
        a.stream().map(Score::getFrameNumber).collect(Collectors.toCollection(TreeSet::new));
    common.retainAll(b.stream().map(Score::getFrameNumber).collect(Collectors.toSet()));
    return new ArrayList<>(common);
  }

  private static MeanDifferenceMap maps(RecordedBuild a, RecordedBuild b, List<Long> common) {
    Set<Long> wanted = new TreeSet<>();
    int count = Math.min(MOST_MAPS, common.size());
    for (int i = 0; i < count; i++) {
      wanted.add(common.get((int) ((long) i * common.size() / count)));
    }
    MeanDifferenceMap mean = new MeanDifferenceMap();
    if (a.recording().count(a.id(), RecordKind.MAPS) > 0
        && b.recording().count(b.id(), RecordKind.MAPS) > 0) {
      Map<Long, DistortionMap> ofA = new HashMap<>();
      a.recording()
          .maps(a.id(), wanted::contains)
          .forEach(map -> ofA.put(map.getFrameNumber(), Maps.toMap(map)));
      b.recording()
          .maps(b.id(), ofA::containsKey)
          .forEach(map -> mean.add(ofA.get(map.getFrameNumber()), Maps.toMap(map)));
    }
    return mean;
  }
}
