package dev.pixelwatch.tools.record;

import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.RecordPublisher;
import dev.pixelwatch.monitor.Topics;
import java.util.EnumMap;
import java.util.Map;

/**
 * Publishes recorded records. Key and value are those of the recording; the time is that of
 * publishing, so that retention does not take old records for expired ones.
 */
public final class TopicSink implements RecordSink, AutoCloseable {
  private final Topics topics;
  private final RecordPublisher publisher;
  private final Map<RecordKind, Integer> partitions = new EnumMap<>(RecordKind.class);

  /**
   * Connects, and creates topics that are missing.
   *
   * @throws dev.pixelwatch.core.UserError if the broker cannot be reached or its topics do not fit
   */
  public TopicSink(MonitorConfig config) {
    topics = new Topics(config.topicPrefix());
    publisher = new RecordPublisher(config);
  }

  /** Where there are fewer partitions than before, both sides of a pair still share one. */
  @Override
  public void accept(RecordedMessage message) {
    String topic = message.kind().topic(topics);
    int count = partitions.computeIfAbsent(message.kind(), kind -> publisher.partitions(topic));
    publisher.publish(
        topic,
        message.partition() % count,
        System.currentTimeMillis(),
        message.key(),
        message.value());
  }

  /**
   * Waits until everything has been delivered.
   *
   * @throws dev.pixelwatch.core.UserError if something could not be
   */
  public void flush() {
    publisher.flush();
  }

  @Override
  public void close() {
    publisher.close();
  }
}
