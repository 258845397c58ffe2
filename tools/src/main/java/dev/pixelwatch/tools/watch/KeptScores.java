package dev.pixelwatch.tools.watch;

import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.ResultReader;
import dev.pixelwatch.schemas.Score;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The scores of a stream that its topics still hold. */
public final class KeptScores {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private KeptScores() {}

  /**
   * Reads until there is nothing more.
   *
   * @param build only its scores, if given
   * @return in the order of frame numbers
   * @throws dev.pixelwatch.core.UserError if the topics cannot be read
   */
  public static List<Score> of(MonitorConfig config, String stream, Optional<String> build) {
    TreeMap<Long, Score> scores = new TreeMap<>();
    try (ResultReader reader = ResultReader.fromBeginning(config)) {
      List<Result> results = reader.poll(PATIENCE);
      while (!results.isEmpty()) {
        for (Result result : results) {
          if (result instanceof Result.Scored scored
              && scored.score().getStream().equals(stream)
              && build.map(scored.score().getBuild()::equals).orElse(true)) {
            scores.put(scored.score().getFrameNumber(), scored.score());
          }
        }
        results = reader.poll(PATIENCE);
      }
    }
    return List.copyOf(scores.values());
  }
}
