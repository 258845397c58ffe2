package dev.pixelwatch.tools.record.replay;

import dev.pixelwatch.tools.record.RecordSink;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.Selection;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Sends the records of a recording on in the order in which they were published. */
public final class Replay {
  private final Recording recording;
  private final Selection selection;
  private final double factor;

  /**
   * @param selection which records
   * @param factor 1 is the original pace, 4 four times as fast, infinity as fast as it goes
   */
  public Replay(Recording recording, Selection selection, double factor) {
    this.recording = recording;
    this.selection = selection;
    this.factor = factor;
  }

  /**
   * Sends until the end, or until it is told to stop.
   *
   * @param news told how it goes
   * @return what was sent
   * @throws dev.pixelwatch.core.UserError if the sink cannot take the records
   */
  public ReplayNews run(RecordSink sink, BooleanSupplier stop, Consumer<ReplayNews> news) {
    long start = System.nanoTime();
    ReplayNews done = ReplayNews.NONE;
    Iterator<RecordedMessage> messages = recording.inPublishedOrder(selection).iterator();
    Pace pace = null;
    while (messages.hasNext() && !stop.getAsBoolean()) {
      RecordedMessage message = messages.next();
      pace = pace == null ? new Pace(factor, message.publishedMs()) : pace;
      if (!pace.await(message.publishedMs(), stop)) {
        break;
      }
      sink.accept(message);
      done = done.plus(message.value().length, (System.nanoTime() - start) / 1e9);
      news.accept(done);
    }
    return done;
  }
}
