package dev.pixelwatch.tools.attach;

import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.ResultReader;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.schemas.StreamStatus;
import dev.pixelwatch.tools.attach.StreamListener.StreamNews;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A monitor of streams that are captured elsewhere. It tells of all streams of its cluster, also of
 * those that other monitors score, since streams change hands.
 */
public final class MonitorSession implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** A stream of which nothing has come for so long is no longer shown. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final LiveSystem system;
  private final ResultReader reader;
  private final StreamListener listener;
  private final Map<String, Heard> streams = new TreeMap<>();

  /**
   * Starts to score.
   *
   * @param options with a cluster
   * @param registry where the system is measured
   * @param page where the streams are shown; stays open
   * @throws dev.pixelwatch.core.UserError if cluster or folder cannot be used
   */
  public MonitorSession(
      SystemOptions options,
      MeterRegistry registry,
      StreamListener listener,
      Optional<LiveServer> page) {
    this.listener = listener;
    system = LiveSystem.start(options, registry, page);
    try {
      reader = ResultReader.newsFromEnd(system.config());
    } catch (RuntimeException | Error e) {
      system.close();
      throw e;
    }
  }

  /**
   * Goes on until it is told to stop.
   *
   * @return what was seen of the streams
   * @throws dev.pixelwatch.core.UserError if the system cannot work
   */
  public List<StreamNews> run(BooleanSupplier stop) {
    listener.said(
        "Monitoring the topics %s.* at %s. Ctrl-C ends it."
            .formatted(system.config().topicPrefix(), system.config().bootstrapServers()));
    BrokerSilence silence =
        new BrokerSilence(system.config().bootstrapServers(), "nothing is scored", listener::said);
    while (!stop.getAsBoolean()) {
      reader.poll(POLL).forEach(this::take);
      system.check();
      silence.look(reader.silence());
      long idle = System.nanoTime() - IDLE_NANOS;
      listener.progress(frames(), news(heard -> heard.nanos - idle >= 0));
    }
    return news(heard -> true);
  }

  private long frames() {
    return streams.values().stream().mapToLong(heard -> heard.news().frames()).sum();
  }

  private void take(Result result) {
    if (result instanceof Result.Scored scored) {
      heardOf(scored.score().getStream()).tally.add(scored.score());
    } else if (result instanceof Result.Settled settled) {
      heardOf(settled.outcome().getStream()).tally.add(settled.outcome());
    } else if (result instanceof Result.Stated stated) {
      heardOf(stated.status().getStream()).status = Optional.of(stated.status());
    } else if (result instanceof Result.Alerted alerted) {
      listener.alerted(alerted.alert());
    }
  }

  private Heard heardOf(String stream) {
    Heard heard = streams.computeIfAbsent(stream, Heard::new);
    heard.nanos = System.nanoTime();
    return heard;
  }

  private List<StreamNews> news(Predicate<Heard> which) {
    return streams.values().stream().filter(which).map(Heard::news).toList();
  }

  @Override
  public void close() {
    try (LiveSystem closedLast = system) {
      reader.close();
    }
  }

  /** What has been heard of one stream. */
  private static final class Heard {
    private final String stream;
    private final StreamTally tally = new StreamTally();
    private Optional<StreamStatus> status = Optional.empty();
    private long nanos;

    Heard(String stream) {
      this.stream = stream;
    }

    StreamNews news() {
      return new StreamNews(stream, status, OptionalLong.empty(), Optional.of(tally.outcomes()));
    }
  }
}
