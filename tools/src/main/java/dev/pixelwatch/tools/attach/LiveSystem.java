package dev.pixelwatch.tools.attach;

import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.Monitor;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.MonitorOption;
import dev.pixelwatch.monitor.PairListener;
import dev.pixelwatch.monitor.Topics;
import dev.pixelwatch.monitor.evidence.EvidenceReader;
import dev.pixelwatch.monitor.evidence.EvidenceStore;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.files.Workspace;
import dev.pixelwatch.tools.record.capture.BackgroundRecorder;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The one place where a running system is put together: folder, broker or cluster, network and
 * monitor. What else belongs to it (a page, detectors) is added here.
 */
public final class LiveSystem implements AutoCloseable {
  /** Topics that are removed at the end need not keep more than what is under way. */
  private static final long TEMPORARY_RETENTION_BYTES = 128L << 20;

  /** What is closed at the end, the last opened first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private final MonitorConfig config;
  private final Optional<EmbeddedBroker> broker;
  private final Optional<BackgroundRecorder> recorder;
  private final Optional<Monitor> monitor;

  private LiveSystem(
      SystemOptions options,
      boolean withMonitor,
      MeterRegistry registry,
      Optional<LiveServer> page) {
    try {
      Optional<DistortionNetwork> network =
          withMonitor ? Optional.of(add(options.network().get())) : Optional.empty();
      Workspace workspace = add(Workspace.open(options.data()));
      broker =
          options.bootstrapServers().isPresent()
              ? Optional.empty()
              : Optional.of(add(EmbeddedBroker.start(workspace.broker())));
      String servers =
          options.bootstrapServers().orElseGet(() -> broker.orElseThrow().bootstrapServers());
      config = config(options, workspace, servers);
      Topics.ensure(config);
      // Closed after the monitor, so that its last results are recorded.
      recorder = options.recording().map(to -> add(BackgroundRecorder.start(config, to)));
      if (network.isPresent()) {
        PairListener listeners = PairListener.all(listeners(options, page));
        monitor = Optional.of(add(new Monitor(config, network.get(), registry, listeners)));
      } else {
        monitor = Optional.empty();
      }
      page.ifPresent(shown -> add(shown.follow(config, this::check)));
      monitor.ifPresent(Monitor::start);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a system that scores what is published.
   *
   * @param registry where everything is measured
   * @param page where it is shown; stays open
   * @throws dev.pixelwatch.core.UserError if broker, cluster or folder cannot be used
   */
  public static LiveSystem start(
      SystemOptions options, MeterRegistry registry, Optional<LiveServer> page) {
    return new LiveSystem(options, true, registry, page);
  }

  /**
   * Connects to a cluster whose monitors run elsewhere.
   *
   * @param page where their results are shown; stays open
   * @throws dev.pixelwatch.core.UserError if it cannot be reached
   */
  public static LiveSystem withoutMonitor(
      SystemOptions options, MeterRegistry registry, Optional<LiveServer> page) {
    return new LiveSystem(options, false, registry, page);
  }

  private <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  private List<PairListener> listeners(SystemOptions options, Optional<LiveServer> page) {
    List<PairListener> listeners = new ArrayList<>();
    page.map(LiveServer::pictures).ifPresent(listeners::add);
    options
        .evidence()
        .ifPresent(
            folder -> {
              listeners.add(add(new EvidenceStore(folder, options.evidenceBytes())));
              page.ifPresent(shown -> shown.show(new EvidenceReader(folder)));
            });
    return listeners;
  }

  private static MonitorConfig config(SystemOptions options, Workspace workspace, String servers) {
    MonitorConfig.Builder builder = options.monitor(servers, workspace.state());
    if (workspace.isTemporary() && options.bootstrapServers().isEmpty()) {
      builder.set(MonitorOption.FRAME_RETENTION, TEMPORARY_RETENTION_BYTES);
    }
    if (options.bootstrapServers().isPresent()) {
      // A cluster comes back; what is embedded is gone with this process.
      builder.set(MonitorOption.BROKER_PATIENCE, MonitorOption.BROKER_PATIENCE.maximum());
    }
    return builder.build();
  }

  /** How its topics are reached. */
  public MonitorConfig config() {
    return config;
  }

  /**
   * Asks whether it works.
   *
   * @throws dev.pixelwatch.core.UserError if not
   */
  public void check() {
    broker.ifPresent(EmbeddedBroker::check);
    recorder.ifPresent(BackgroundRecorder::check);
    monitor.ifPresent(Monitor::check);
  }

  /** Closes everything, also where a part fails; the first failure is thrown. */
  @Override
  public void close() {
    RuntimeException failure = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        RuntimeException thrown =
            e instanceof RuntimeException known ? known : new IllegalStateException(e);
        if (failure == null) {
          failure = thrown;
        } else if (failure != thrown) {
          failure.addSuppressed(thrown);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
