package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;
import java.util.List;

/** A graph of filters as a stage. */
final class FilterStage implements Stage {
  private final FilterGraph graph;

  FilterStage(String filters, VideoFormat format) {
    graph =
        new FilterGraph(
            filters,
            format.width(),
            format.height(),
            format.frameRate(),
            format.matrix(),
            format.range());
  }

  @Override
  public List<Processed> process(long index, Picture picture) {
    return List.of(new Processed(index, graph.apply(picture)));
  }

  @Override
  public List<Processed> finish() {
    return List.of();
  }

  @Override
  public void close() {
    graph.close();
  }
}
