package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.AlertJson;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.UndecodableRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads committed scores, maps, outcomes, states of captures and alerts. Results of one stream come
 * in the order of their topic; between topics there is no order. Used by one thread.
 */
public final class ResultReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ResultReader.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Topics topics;
  private final TopicReader reader;

  private ResultReader(MonitorConfig config, Function<Topics, TopicReader> connect) {
    Topics.ensure(config);
    topics = new Topics(config.topicPrefix());
    reader = connect.apply(topics);
  }

  /** Reads everything that the topics still hold. */
  public static ResultReader fromBeginning(MonitorConfig config) {
    return new ResultReader(
        config,
        topics ->
            TopicReader.fromBeginning(
                config, KafkaSettings.resultReader(config), topics.results()));
  }

  /** Reads what is committed from now on. */
  public static ResultReader fromEnd(MonitorConfig config) {
    return fromEnd(config, Topics::results);
  }

  /** The same without the maps, which are most of the bytes. */
  public static ResultReader newsFromEnd(MonitorConfig config) {
    return fromEnd(config, Topics::news);
  }

  private static ResultReader fromEnd(MonitorConfig config, Function<Topics, List<String>> read) {
    return new ResultReader(
        config,
        topics ->
            TopicReader.fromEnd(config, KafkaSettings.resultReader(config), read.apply(topics)));
  }

  /**
   * Reads the alerts that were sent up to now and that their topic still holds.
   *
   * @throws UserError if the broker does not answer
   */
  public static void earlierAlerts(MonitorConfig config, Consumer<Alert> sink) {
    Function<Topics, TopicReader> connect =
        topics ->
            TopicReader.fromBeginning(
                config, KafkaSettings.resultReader(config), List.of(topics.alerts()));
    try (ResultReader results = new ResultReader(config, connect)) {
      results.reader.endHere();
      while (!results.reader.isAtEnd()) {
        for (Result result : results.poll(POLL)) {
          sink.accept(((Result.Alerted) result).alert());
        }
        if (results.silence().compareTo(PATIENCE) > 0) {
          throw new UserError(
              "no answer from the Kafka broker at "
                  + config.bootstrapServers()
                  + " while reading alerts",
              "Check that the broker runs, and start again.");
        }
      }
    }
  }

  /** Reads what was published at or after a time. */
  public static ResultReader since(MonitorConfig config, Instant time) {
    return new ResultReader(
        config,
        topics ->
            TopicReader.since(config, KafkaSettings.resultReader(config), topics.results(), time));
  }

  /**
   * The results that came, at most after waiting for so long; may be empty. A record that cannot be
   * decoded is logged and left out.
   *
   * @throws UserError if the broker refuses or the connection is misconfigured
   */
  public List<Result> poll(Duration patience) {
    List<Result> results = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : reader.poll(patience)) {
      try {
        results.add(decode(record));
      } catch (UndecodableRecordException | IllegalArgumentException e) {
        LOG.warn(
            "Left out {}-{} offset {}: {}",
            record.topic(),
            record.partition(),
            record.offset(),
            e.getMessage());
      }
    }
    return results;
  }

  /** For how long no broker has answered, as of the last poll. */
  public Duration silence() {
    return reader.silence();
  }

  private Result decode(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(topics.scores())) {
      return new Result.Scored(Records.SCORE.decode(record.value()));
    }
    if (record.topic().equals(topics.maps())) {
      return new Result.Mapped(Records.MAP.decode(record.value()));
    }
    if (record.topic().equals(topics.status())) {
      return new Result.Stated(Records.STATUS.decode(record.value()));
    }
    if (record.topic().equals(topics.alerts())) {
      return new Result.Alerted(AlertJson.decode(record.value()));
    }
    return new Result.Settled(Records.OUTCOME.decode(record.value()));
  }

  @Override
  public void close() {
    reader.close();
  }
}
