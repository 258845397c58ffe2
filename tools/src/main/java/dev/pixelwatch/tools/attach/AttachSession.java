package dev.pixelwatch.tools.attach;

import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.ResultReader;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.monitor.StatusPublisher;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.tools.attach.StreamListener.StreamNews;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One run of attached streams, from opening to closing it all. */
public final class AttachSession {
  private static final Duration POLL = Duration.ofMillis(200);

  /** How long nothing may come at the end before what is missing is no longer waited for. */
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final AttachOptions options;
  private final MeterRegistry registry;
  private final StreamListener listener;
  private final Optional<LiveServer> page;
  private final Map<String, StreamTally> tallies = new HashMap<>();

  /**
   * @param registry where the system is measured
   * @param page where the streams are shown; stays open
   */
  public AttachSession(
      AttachOptions options,
      MeterRegistry registry,
      StreamListener listener,
      Optional<LiveServer> page) {
    this.options = options;
    this.registry = registry;
    this.listener = listener;
    this.page = page;
    options.streams().forEach(spec -> tallies.put(spec.stream(), new StreamTally()));
  }

  /**
   * Runs until all inputs have ended, the time is over, or it is told to stop.
   *
   * @return how the streams ended
   * @throws dev.pixelwatch.core.UserError if an input is a mistake, or the system cannot work
   */
  public List<StreamNews> run(BooleanSupplier stop) {
    options.streams().forEach(StreamSpec::check); // The system takes seconds to start.
    if (options.publishOnly()) {
      try (LiveSystem system = LiveSystem.withoutMonitor(options.system(), registry, page)) {
        return run(system, Optional.empty(), stop);
      }
    }
    try (LiveSystem system = LiveSystem.start(options.system(), registry, page);
        ResultReader reader = ResultReader.newsFromEnd(system.config())) {
      return run(system, Optional.of(reader), stop);
    }
  }

  private List<StreamNews> run(
      LiveSystem system, Optional<ResultReader> reader, BooleanSupplier stop) {
    long firstNumber = options.system().outlivesTheRun() ? System.currentTimeMillis() : 0;
    try (FramePublisher frames = new FramePublisher(system.config());
        StatusPublisher statuses = new StatusPublisher(system.config())) {
      List<StreamCapture> captures =
          options.streams().stream()
              .map(
                  spec ->
                      new StreamCapture(
                          spec,
                          frames,
                          statuses,
                          firstNumber,
                          what -> listener.said(spec.stream(), what)))
              .toList();
      try {
        captures.forEach(StreamCapture::start);
        follow(system, reader, captures, silence(frames), stop);
      } finally {
        captures.forEach(StreamCapture::stop);
        captures.forEach(StreamCapture::close);
      }
      frames.flush();
      reader.ifPresent(results -> awaitOutcomes(results, captures));
      return news(captures);
    }
  }

  /** An embedded broker that is silent ends the run, and that is said then. */
  private Runnable silence(FramePublisher frames) {
    if (options.system().bootstrapServers().isEmpty()) {
      return () -> {};
    }
    BrokerSilence silence =
        new BrokerSilence(
            options.system().bootstrapServers().get(),
            "newer frames push out older ones",
            listener::said);
    return () -> silence.look(frames.silence());
  }

  private void follow(
      LiveSystem system,
      Optional<ResultReader> reader,
      List<StreamCapture> captures,
      Runnable silence,
      BooleanSupplier stop) {
    long start = System.nanoTime();
    while (!stop.getAsBoolean() && !isOver(start) && !haveEnded(captures)) {
      read(reader);
      system.check();
      throwFailure(captures);
      silence.run();
      tell(news(captures));
    }
    throwFailure(captures);
  }

  private boolean isOver(long start) {
    return options.duration().filter(d -> System.nanoTime() - start >= d.toNanos()).isPresent();
  }

  private static boolean haveEnded(List<StreamCapture> captures) {
    return captures.stream().allMatch(capture -> capture.status().getState() == StreamState.ENDED);
  }

  private static void throwFailure(List<StreamCapture> captures) {
    for (StreamCapture capture : captures) {
      Throwable failure = capture.failure().orElse(null);
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
    }
  }

  /** Takes in what has come; gives how many outcomes were among it. */
  private long read(Optional<ResultReader> reader) {
    if (reader.isEmpty()) {
      sleep();
      return 0;
    }
    long outcomes = 0;
    for (Result result : reader.get().poll(POLL)) {
      if (result instanceof Result.Scored scored) {
        tally(scored.score().getStream()).ifPresent(tally -> tally.add(scored.score()));
      } else if (result instanceof Result.Settled settled) {
        tally(settled.outcome().getStream()).ifPresent(tally -> tally.add(settled.outcome()));
        outcomes++;
      } else if (result instanceof Result.Alerted alerted
          && tally(alerted.alert().stream()).isPresent()) {
        listener.alerted(alerted.alert());
      }
    }
    return outcomes;
  }

  private void tell(List<StreamNews> news) {
    listener.progress(news.stream().mapToLong(StreamNews::frames).sum(), news);
  }

  private Optional<StreamTally> tally(String stream) {
    return Optional.ofNullable(tallies.get(stream));
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitOutcomes(ResultReader reader, List<StreamCapture> captures) {
    long last = System.nanoTime();
    while (captures.stream().anyMatch(this::isWaitedFor)
        && System.nanoTime() - last < SILENCE_NANOS) {
      if (read(Optional.of(reader)) > 0) {
        last = System.nanoTime();
      }
      tell(news(captures));
    }
  }

  private boolean isWaitedFor(StreamCapture capture) {
    long published = 0;
    for (Side side : Side.values()) {
      published = Math.max(published, capture.published(side));
    }
    return tallies.get(capture.spec().stream()).settled() < published;
  }

  private List<StreamNews> news(List<StreamCapture> captures) {
    return captures.stream()
        .map(
            capture -> {
              StreamTally tally = tallies.get(capture.spec().stream());
              return new StreamNews(
                  capture.spec().stream(),
                  Optional.of(capture.status()),
                  OptionalLong.of(capture.dropped()),
                  options.publishOnly() ? Optional.empty() : Optional.of(tally.outcomes()));
            })
        .toList();
  }
}
