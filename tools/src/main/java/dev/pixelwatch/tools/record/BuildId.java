package dev.pixelwatch.tools.record;

import java.util.Comparator;

/**
 * One build of the stage of one stream, which is what scores are compared for.
 *
 * @param stream camera or codec channel under watch
 * @param stage what stands between reference and processed
 * @param build version of the stage
 */
public record BuildId(String stream, String stage, String build) implements Comparable<BuildId> {
  private static final Comparator<BuildId> ORDER =
      Comparator.comparing(BuildId::stream)
          .thenComparing(BuildId::stage)
          .thenComparing(BuildId::build);

  @Override
  public int compareTo(BuildId other) {
    return ORDER.compare(this, other);
  }

  /** In words, such as {@code stream cam1, stage isp, build 7}. */
  @Override
  public String toString() {
    return "stream %s, stage %s, build %s".formatted(stream, stage, build);
  }
}
