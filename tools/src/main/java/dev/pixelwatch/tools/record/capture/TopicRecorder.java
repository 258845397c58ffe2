package dev.pixelwatch.tools.record.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.TopicReader;
import dev.pixelwatch.monitor.Topics;
import dev.pixelwatch.tools.record.Manifest;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordingWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records topics until it is told to stop or a limit is reached. Used by one thread. */
public final class TopicRecorder implements AutoCloseable {
  /** How long the end of a recording waits for a broker that is away. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofMillis(200);
  private static final long FLUSH_NANOS = Duration.ofSeconds(1).toNanos();

  private final RecordOptions options;
  private final String servers;
  private final Map<String, RecordKind> kinds;
  private final TopicReader reader;
  private final RecordingWriter writer;
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private long gone;
  private long flushed = System.nanoTime();

  /**
   * Connects and begins the recording: what is published from now on will be in it.
   *
   * @param version of Pixelwatch
   * @throws UserError if the broker cannot be reached, there are no such topics, or the folder
   *     cannot be used
   */
  public TopicRecorder(MonitorConfig config, RecordOptions options, String version) {
    this.options = options;
    servers = config.bootstrapServers();
    Topics topics = new Topics(config.topicPrefix());
    kinds =
        options.kinds().stream()
            .collect(Collectors.toMap(kind -> kind.topic(topics), Function.identity()));
    List<String> present = Topics.present(config, kinds.keySet());
    if (present.isEmpty()) {
      throw new UserError(
          "there are no topics %s.* at %s"
              .formatted(config.topicPrefix(), config.bootstrapServers()),
          "Check --topic-prefix, or start what publishes first.");
    }
    reader =
        options.from().isPresent()
            ? TopicReader.since(config, present, options.from().get())
            : TopicReader.fromEnd(config, present);
    try {
      writer = RecordingWriter.create(options.out(), version);
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * Records until the end of the time, the size, or the topics, or until it is told to stop.
   *
   * @param drain whether what was published before the stop is still recorded
   * @param news told how it goes
   * @return what was recorded
   * @throws UserError if the recording cannot be written on, or the broker is gone
   */
  public Manifest run(BooleanSupplier stop, boolean drain, Consumer<RecordNews> news) {
    Instant end = end();
    boolean ending = false;
    while (true) {
      if (stop.getAsBoolean() && !drain) {
        return writer.close("it was interrupted");
      }
      if (!ending && (stop.getAsBoolean() || !Instant.now().isBefore(end))) {
        endReading(stop.getAsBoolean(), end);
        ending = true;
      }
      boolean full = record(reader.poll(POLL));
      flushNowAndThen();
      news.accept(new RecordNews(counts, writer.bytes(), gone, reader.silence()));
      if (full) {
        return writer.close("it reached its largest size");
      }
      if (ending && reader.silence().compareTo(PATIENCE) > 0) {
        throw new UserError(
            "the broker at %s does not answer, and not all is read".formatted(servers),
            "Start the broker, and try again. What a recording has up to here is whole.");
      }
      if (ending && reader.isAtEnd()) {
        return writer.close(stop.getAsBoolean() ? "it was ended" : "its time was over");
      }
    }
  }

  private Instant end() {
    Instant byTime = options.to().orElse(Instant.MAX);
    Instant byDuration = options.duration().map(Instant.now()::plus).orElse(Instant.MAX);
    return byTime.isBefore(byDuration) ? byTime : byDuration;
  }

  private void endReading(boolean stopped, Instant end) {
    if (stopped) {
      reader.endHere();
    } else {
      reader.endBefore(end);
    }
  }

  /** Takes records in; gives whether the largest size is reached. */
  private boolean record(List<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      RecordKind kind = kinds.get(record.topic());
      noticeGaps(record, kind);
      if (!isWanted(record)) {
        continue;
      }
      if (writer.bytes() + record.serializedValueSize() > options.maxBytes()) {
        return true;
      }
      if (writer.append(
          kind, record.timestamp(), record.partition(), record.key(), record.value())) {
        counts.merge(kind.id(), 1L, Long::sum);
      }
    }
    return false;
  }

  /** Frames are not written in transactions, so that their offsets have no gaps. */
  private void noticeGaps(ConsumerRecord<byte[], byte[]> record, RecordKind kind) {
    Long expected =
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    if (kind.isFrames() && expected != null) {
      gone += record.offset() - expected;
    }
  }

  private boolean isWanted(ConsumerRecord<byte[], byte[]> record) {
    return options.streams().isEmpty()
        || (record.key() != null && options.streams().contains(new String(record.key(), UTF_8)));
  }

  private void flushNowAndThen() {
    if (System.nanoTime() - flushed > FLUSH_NANOS) {
      writer.flush();
      flushed = System.nanoTime();
    }
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
  }
}
