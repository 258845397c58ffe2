package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.runtime.DistortionNetwork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pairs the frames on the topics, scores the pairs and publishes what it finds. Several monitors
 * with different state directories share the partitions of one topic prefix.
 */
public final class Monitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

  private final MonitorConfig config;
  private final LogReader log;
  private final PairingResources resources;
  private final CountDownLatch settled = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final MeterRegistry registry;
  private KafkaStreams streams;

  /**
   * @param network stays open; the caller closes it after the monitor
   * @param registry where {@link MetricNames} appear
   */
  public Monitor(MonitorConfig config, DistortionNetwork network, MeterRegistry registry) {
    this(config, network, registry, (score, map, reference, processed) -> {});
  }

  /**
   * @param listener told of each scored pair
   */
  public Monitor(
      MonitorConfig config,
      DistortionNetwork network,
      MeterRegistry registry,
      PairListener listener) {
    this.config = config;
    this.registry = registry;
    log = new LogReader(config);
    PayloadCache cache = new PayloadCache(config.get(MonitorOption.PAYLOAD_CACHE));
    resources =
        new PairingResources(
            config,
            network::newAssessor,
            network.model(),
            network.engine(),
            log,
            log,
            cache,
            new MonitorMetrics(registry, cache),
            listener);
  }

  /**
   * Creates missing topics, joins the other monitors and returns when frames are being processed.
   *
   * @throws UserError if the broker cannot be reached or refuses, if the topics do not fit, or if
   *     the state directory cannot be used
   * @throws IllegalStateException if it was started before
   */
  public synchronized void start() {
    if (streams != null) {
      throw new IllegalStateException("this monitor was started before");
    }
    Topics.ensure(config);
    String instanceId = InstanceId.in(config.stateDirectory());
    try {
      streams =
          new KafkaStreams(
              PairingTopology.build(resources), StreamsSettings.of(config, instanceId));
      KafkaTraffic.measure(streams, new Topics(config.topicPrefix()).inputs(), registry);
      streams.setUncaughtExceptionHandler(this::replaceThread);
      streams.setStateListener((now, before) -> follow(now));
      streams.start();
    } catch (KafkaException | IllegalStateException e) {
      throw startError(e);
    }
    awaitRunning();
  }

  /**
   * An error of the machine, such as lack of memory, ends the monitor; others a new thread mends.
   */
  private StreamThreadExceptionResponse replaceThread(Throwable e) {
    failure.set(e);
    if (KafkaErrors.root(e) instanceof Error) {
      LOG.error("The monitor stops", e);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn("A thread of the monitor failed and is replaced", e);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private void follow(KafkaStreams.State state) {
    if (state == KafkaStreams.State.RUNNING || state.hasStartedOrFinishedShuttingDown()) {
      settled.countDown();
    }
  }

  private void awaitRunning() {
    try {
      boolean inTime = settled.await(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (inTime && streams.state().isRunningOrRebalancing()) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure.compareAndSet(null, e);
    }
    UserError error = startError(failure.get());
    close();
    throw error;
  }

  private UserError startError(Throwable cause) {
    String words =
        cause == null ? "it did not come up in time" : KafkaErrors.root(cause).getMessage();
    return new UserError(
        "the monitor cannot start: " + words,
        "Check the broker at "
            + config.bootstrapServers()
            + " and that no other monitor uses "
            + config.stateDirectory()
            + ".",
        cause);
  }

  /**
   * Asks whether frames can be processed now.
   *
   * @throws UserError if not, with the last error in words
   */
  public synchronized void check() {
    if (streams == null || !streams.state().isRunningOrRebalancing()) {
      Throwable cause = failure.get();
      throw new UserError(
          "the monitor does not run"
              + (cause == null ? "" : ": " + KafkaErrors.root(cause).getMessage()),
          "Start it, or look into its log.",
          cause);
    }
  }

  /**
   * Whether the detectors have seen every score and outcome that was published up to now; false
   * where no broker answers, which takes ten seconds or more.
   */
  public boolean hasLookedAtAll() {
    Topics topics = new Topics(config.topicPrefix());
    try {
      return !log.isIn(log.partitions(topics.scores(), topics.outcomes()));
    } catch (KafkaException e) {
      LOG.warn("Cannot tell whether the detectors have seen all: {}", e.getMessage());
      return false;
    }
  }

  /** Commits what is done, and leaves its partitions to other monitors. */
  @Override
  public synchronized void close() {
    if (streams != null) {
      streams.close(
          CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
              .withTimeout(CLOSE_PATIENCE));
    }
    log.close();
  }
}
