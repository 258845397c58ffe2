package dev.pixelwatch.tools.attach;

import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.media.Stage;
import dev.pixelwatch.media.StageRecipe;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.tools.attach.align.Alignment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One captured side, and a stage that is run here: every frame knows where it comes from. */
final class StageHandler implements FrameHandler {
  private final StageRecipe recipe;
  private final StreamSink sink;
  private final FrameRate rate;

  /** Frames that are still in the stage, oldest first. */
  private final Deque<LiveFrame> inside = new ArrayDeque<>();

  private Stage stage;
  private int segment;
  private int connection;

  StageHandler(StageRecipe recipe, StreamSink sink, FrameRate rate) {
    this.recipe = recipe;
    this.sink = sink;
    this.rate = rate;
  }

  @Override
  public void take(CaptureBuffer.Captured captured, Gone gone) {
    LiveFrame frame = captured.frame();
    if (stage != null && (segment != frame.segment() || connection != captured.connection())) {
      finish();
      close();
    }
    if (stage == null) {
      stage = recipe.start(frame.picture(), rate);
      segment = frame.segment();
      connection = captured.connection();
    }
    sink.publish(Side.REFERENCE, frame.index(), frame.captureTimeUs(), frame.picture());
    inside.add(frame);
    publish(stage.process(frame.index(), frame.picture()));
  }

  private void publish(List<Stage.Processed> ready) {
    for (Stage.Processed out : ready) {
      while (!inside.isEmpty() && inside.peek().index() < out.index()) {
        inside.remove();
      }
      long captureTimeUs = inside.isEmpty() ? 0 : inside.remove().captureTimeUs();
      sink.publish(Side.PROCESSED, out.index(), captureTimeUs, out.picture());
    }
  }

  @Override
  public Alignment.Standing standing() {
    return stage == null
        ? Alignment.Standing.aligning("waiting for the first frame")
        : Alignment.Standing.aligned(0, Optional.empty());
  }

  @Override
  public void finish() {
    if (stage != null) {
      publish(stage.finish());
      inside.clear();
    }
  }

  @Override
  public void close() {
    if (stage != null) {
      stage.close();
      stage = null;
    }
  }
}
