package dev.pixelwatch.tools.watch;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.Monitor;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.MonitorOption;
import dev.pixelwatch.monitor.PairListener;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.ResultReader;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.files.Workspace;
import dev.pixelwatch.tools.record.capture.BackgroundRecorder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One run of two videos through broker, monitor and network, from opening to closing it all. */
public final class WatchSession {
  /** The frames of a pair are published at once, so a partner that is missing will not come. */
  private static final long UNMATCHED_AFTER_MS = 5_000;

  /** Frames under way take less; topics that are removed at the end need not keep more. */
  private static final long TEMPORARY_RETENTION_BYTES = 128L << 20;

  private static final Duration EARLIER_RESULTS = Duration.ofSeconds(2);

  private final WatchOptions options;
  private final DistortionNetwork network;
  private final MeterRegistry registry;
  private final String version;
  private final Optional<LiveServer> page;

  /**
   * @param network loaded with one thread; stays open
   * @param registry where decoding, publishing and the monitor are timed
   * @param version of Pixelwatch, for the result
   * @param page where the run is shown while it goes on; stays open
   */
  public WatchSession(
      WatchOptions options,
      DistortionNetwork network,
      MeterRegistry registry,
      String version,
      Optional<LiveServer> page) {
    this.options = options;
    this.network = network;
    this.registry = registry;
    this.version = version;
    this.page = page;
  }

  /**
   * Watches the videos to their end, or until it is told to stop: then what is under way is still
   * scored.
   *
   * @throws UserError if the frames are too large, or broker or data directory cannot be used
   */
  public WatchResult run(VideoPair videos, WatchListener listener, BooleanSupplier stop) {
    requireFitting(videos);
    try (Workspace workspace = Workspace.open(options.data())) {
      boolean known = isKnown(workspace, videos);
      if (options.bootstrapServers().isPresent()) {
        MonitorConfig config = config(workspace, options.bootstrapServers().get());
        return run(config, () -> {}, known, videos, listener, stop);
      }
      try (EmbeddedBroker broker = EmbeddedBroker.start(workspace.broker())) {
        MonitorConfig config = config(workspace, broker.bootstrapServers());
        return run(config, broker::check, known, videos, listener, stop);
      }
    }
  }

  private WatchResult run(
      MonitorConfig config,
      Runnable broker,
      boolean known,
      VideoPair videos,
      WatchListener listener,
      BooleanSupplier stop) {
    try (FramePublisher publisher = new FramePublisher(config);
        ResultReader reader =
            known ? ResultReader.fromBeginning(config) : ResultReader.fromEnd(config);
        BackgroundRecorder recorder = recorder(config);
        Monitor monitor = new Monitor(config, network, registry, pictures());
        LiveServer.Following following = follow(config, monitor)) {
      PublishedFrames published = PublishedFrames.none(options.stream());
      Optional<String> build =
          options.bootstrapServers().isPresent() ? Optional.of(options.build()) : Optional.empty();
      ResultCollector collector = new ResultCollector(options.stream(), build, options.maxFrames());
      if (known) {
        published = PublishedFrames.of(config, options.stream());
        readEarlierResults(reader, collector, listener);
      }
      monitor.start();
      BooleanSupplier end = () -> stop.getAsBoolean() || (recorder != null && recorder.hasFailed());
      PairPublisher frames =
          new PairPublisher(videos, options, published, publisher, collector, end, registry);
      return new WatchLoop(frames, reader, collector, monitor, broker, listener)
          .run(end)
          .result(options, videos, network, version);
    }
  }

  /** Closed after the monitor, so that its last results are recorded; null if there is none. */
  private BackgroundRecorder recorder(MonitorConfig config) {
    return options.recording().map(to -> BackgroundRecorder.start(config, to)).orElse(null);
  }

  private PairListener pictures() {
    return page.map(LiveServer::pictures).orElse((score, map, reference, processed) -> {});
  }

  private LiveServer.Following follow(MonitorConfig config, Monitor monitor) {
    return page.map(shown -> shown.follow(config, monitor::check)).orElse(() -> {});
  }

  /** Reads until there is nothing more: the monitor, which would add to it, has not started. */
  private static void readEarlierResults(
      ResultReader reader, ResultCollector collector, WatchListener listener) {
    List<Result> earlier = reader.poll(EARLIER_RESULTS);
    while (!earlier.isEmpty()) {
      earlier.forEach(result -> collector.add(result).ifPresent(listener::settled));
      earlier = reader.poll(EARLIER_RESULTS);
    }
  }

  /** Whether an earlier run on the same data directory has begun with these videos. */
  private boolean isKnown(Workspace workspace, VideoPair videos) {
    return !workspace.isTemporary()
        && StreamRecord.check(
            workspace.streamRecord(options.topicPrefix(), options.stream()),
            options.stream(),
            videos);
  }

  private MonitorConfig config(Workspace workspace, String servers) {
    MonitorConfig.Builder builder =
        MonitorConfig.builder(servers, workspace.state())
            .topicPrefix(options.topicPrefix())
            .mode(options.mode())
            .detectors(options.detectors())
            .set(MonitorOption.UNMATCHED_AFTER, UNMATCHED_AFTER_MS);
    options.kafkaProperties().forEach(builder::kafkaProperty);
    if (workspace.isTemporary()) {
      builder.set(MonitorOption.FRAME_RETENTION, TEMPORARY_RETENTION_BYTES);
    }
    return builder.build();
  }

  /** Said before anything is started, rather than by the first frame. */
  private static void requireFitting(VideoPair videos) {
    long bytes = 3L * videos.info().width() * videos.info().height() / 2;
    long limit = MonitorOption.MAX_FRAME_BYTES.defaultValue();
    if (bytes > limit) {
      throw new UserError(
          "a frame of %d x %d has %d bytes, and the limit is %d"
              .formatted(videos.info().width(), videos.info().height(), bytes, limit),
          "Scale the videos down.");
    }
  }
}
