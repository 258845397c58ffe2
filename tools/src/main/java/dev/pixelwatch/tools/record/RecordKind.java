package dev.pixelwatch.tools.record;

import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.monitor.Topics;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What can be recorded: one kind for each topic. */
public enum RecordKind {
  REFERENCE("frames.reference", topics -> topics.frames(Side.REFERENCE)),
  PROCESSED("frames.processed", topics -> topics.frames(Side.PROCESSED)),
  SCORES("scores", Topics::scores),
  MAPS("maps", Topics::maps),
  OUTCOMES("outcomes", Topics::outcomes),
  STATUS("status", Topics::status),
  ALERTS("alerts", Topics::alerts);

  private final String id;
  private final Function<Topics, String> topic;

  RecordKind(String id, Function<Topics, String> topic) {
    this.id = id;
    this.topic = topic;
  }

  /** The kind of the frames of one side. */
  public static RecordKind frames(Side side) {
    return side == Side.REFERENCE ? REFERENCE : PROCESSED;
  }

  /** The kind with this name, if there is one. */
  public static Optional<RecordKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  /** The name in files and on the command line: that of the topic without its prefix. */
  public String id() {
    return id;
  }

  /** The topic that carries it. */
  public String topic(Topics topics) {
    return topic.apply(topics);
  }

  /** Whether the records are frames with their pixels. */
  public boolean isFrames() {
    return this == REFERENCE || this == PROCESSED;
  }

  @Override
  public String toString() {
    return id;
  }
}
