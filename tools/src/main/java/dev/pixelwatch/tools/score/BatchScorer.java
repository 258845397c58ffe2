package dev.pixelwatch.tools.score;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads and assesses many pairs of images with several workers. */
public final class BatchScorer {
  private final ParallelAssessment<PairsFile.Row, Assessment> assessment;

  /**
   * @param network shared by the workers; best loaded with one thread
   * @param workers pairs read and assessed at once
   */
  public BatchScorer(DistortionNetwork network, int workers) {
    assessment = new ParallelAssessment<>(network, workers, BatchScorer::assess);
  }

  /**
   * Assesses every row.
   *
   * @param results called on this thread, row by row
   * @throws dev.pixelwatch.core.UserError at the first pair that cannot be read or compared
   */
  public void score(List<PairsFile.Row> rows, BiConsumer<PairsFile.Row, Assessment> results) {
    assessment.run(rows.iterator(), results);
  }

  private static Assessment assess(PairsFile.Row row, Assessor assessor) {
    ImagePair pair = ImagePair.read(row.refFile(), row.distFile());
    return assessor.assess(pair.reference(), pair.distorted());
  }
}
