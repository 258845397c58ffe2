package dev.pixelwatch.tools.record;

import dev.pixelwatch.runtime.ModelInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file holds: counts, ranges and networks.
 *
 * @param records how many
 * @param firstFrame lowest frame number, or null if the records are about none
 * @param lastFrame highest frame number
 * @param firstPublishedMs when the first was published, or null if there is none
 * @param lastPublishedMs when the last was published
 * @param models the networks whose scores these are
 */
record PartTally(
    long records,
    Long firstFrame,
    Long lastFrame,
    Long firstPublishedMs,
    Long lastPublishedMs,
    List<ModelInfo> models) {

  static final PartTally NONE = new PartTally(0, null, null, null, null, List.of());

  /** With one more record. */
  PartTally plus(long frame, long published, Optional<ModelInfo> model) {
    Long numbered = frame == Content.NO_FRAME ? null : Long.valueOf(frame);
    return new PartTally(
        records + 1,
        lower(firstFrame, numbered),
        higher(lastFrame, numbered),
        lower(firstPublishedMs, published),
        higher(lastPublishedMs, published),
        model.map(this::and).orElse(models));
  }

  /** The same of scores by these networks. */
  PartTally with(List<ModelInfo> networks) {
    return new PartTally(
        records, firstFrame, lastFrame, firstPublishedMs, lastPublishedMs, networks);
  }

  private List<ModelInfo> and(ModelInfo model) {
    if (models.contains(model)) {
      return models;
    }
    List<ModelInfo> all = new ArrayList<>(models);
    all.add(model);
    return List.copyOf(all);
  }

  static Long lower(Long a, Long b) {
    return a == null || (b != null && b < a) ? b : a;
  }

  static Long higher(Long a, Long b) {
    return a == null || (b != null && b > a) ? b : a;
  }
}
