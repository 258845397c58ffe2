package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.PairListener;
import dev.pixelwatch.monitor.ResultReader;
import dev.pixelwatch.monitor.evidence.EvidenceReader;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The live page at {@code /}, metrics, health and the JSON API. It can be opened before there is a
 * broker, follows the results of one topic prefix while it is told to, and keeps showing what it
 * remembers afterwards, until it is closed.
 */
public final class LiveServer implements AutoCloseable {
  private static final int PORTS_TO_TRY = 50;
  private static final int MOST_THREADS = 24;

  private final PrometheusMeterRegistry registry;
  private final History history;
  private final Service service = new Service();
  private final EvidenceApi evidence = new EvidenceApi();
  private final PictureKeeper pictures;
  private final Events events;
  private final Routes routes;
  private final Javalin server;
  private final String address;
  private final int wantedPort;

  private LiveServer(LiveServerConfig config, HistoryLimits limits) {
    address = config.address();
    wantedPort = config.port();
    registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    ResidentMemory.measure(registry);
    Gauge.builder(HttpMetricNames.READY, service, s -> s.trouble().isEmpty() ? 1 : 0)
        .description("1 while frames can be scored and results be read")
        .strongReference(true)
        .register(registry);
    history = new History(limits);
    Api api = new Api(history, service, new Latencies(registry, history));
    events = new Events(api, history, registry);
    Access access = new Access(config.token());
    routes =
        new Routes(
            access,
            new Health(service),
            new Assets(),
            api,
            evidence,
            new LivePicture(history, access),
            events,
            new Scrape(registry, new StreamMetrics(registry, history)));
    server = listen(config);
    pictures = new PictureKeeper(history, events::areFollowed, registry);
  }

  /**
   * Listens.
   *
   * @throws UserError if the port is taken or the address is not of this machine
   */
  public static LiveServer start(LiveServerConfig config) {
    return start(config, HistoryLimits.standard());
  }

  static LiveServer start(LiveServerConfig config, HistoryLimits limits) {
    return new LiveServer(config, limits);
  }

  private Javalin listen(LiveServerConfig config) {
    int tries = config.orNext() && config.port() > 0 ? PORTS_TO_TRY : 1;
    for (int port = config.port(); ; port++) {
      Javalin candidate = create(config.address(), port);
      try {
        return candidate.start();
      } catch (JavalinBindException e) {
        candidate.stop();
        boolean another = isOfThisMachine(config.address());
        if (!another || --tries == 0 || port == 65535) {
          throw new UserError(
              "cannot listen on port %d of %s: %s".formatted(port, config.address(), cause(e)),
              another
                  ? "Choose another one with --http-port (0 takes any free one), or --no-http."
                  : "Give --http-address an address of this machine, such as 127.0.0.1.",
              e);
        }
      }
    }
  }

  /** What the system says, in its language; so it is shown, and nothing is concluded from it. */
  private static String cause(Throwable e) {
    return e.getCause() == null ? e.getMessage() : cause(e.getCause());
  }

  /** Whether it was the port that would not do, and another one may. */
  private static boolean isOfThisMachine(String address) {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      return any.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private Javalin create(String host, int port) {
    return Javalin.create(
        settings -> {
          settings.startup.showJavalinBanner = false;
          settings.startup.showOldJavalinVersionWarning = false;
          QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
          threads.setName("pixelwatch-http");
          threads.setDaemon(true);
          settings.jetty.threadPool = threads;
          settings.jetty.host = host;
          settings.jetty.port = port;
          settings.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
          routes.addTo(settings.routes);
        });
  }

  /** Ends the reading of results; what was read stays on the page. */
  @FunctionalInterface
  public interface Following extends AutoCloseable {
    @Override
    void close();
  }

  /** Where the page is. */
  public String url() {
    boolean any = address.equals("0.0.0.0") || address.equals("::");
    String host = any ? "localhost" : address.contains(":") ? "[" + address + "]" : address;
    return "http://" + host + ":" + server.port() + "/";
  }

  /** Whether the port that was asked for is in use, and another one was taken. */
  public boolean isOnAnotherPort() {
    return wantedPort != 0 && port() != wantedPort;
  }

  public int port() {
    return server.port();
  }

  /** Give it to the monitor of this process, so that the page has pictures. */
  public PairListener pictures() {
    return pictures;
  }

  /** Shows the pictures that are kept of alerts. */
  public void show(EvidenceReader kept) {
    evidence.show(kept);
  }

  /** What {@code /metrics} tells; give it to the monitor of this process. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /**
   * Shows the results that are committed from now on, until the return value is closed, and with
   * them the alerts that are open already.
   *
   * @param ready throws when frames cannot be processed, such as {@code monitor::check}
   * @throws UserError if the broker cannot be reached
   */
  public Following follow(MonitorConfig config, Runnable ready) {
    ResultReader results = ResultReader.fromEnd(config);
    try {
      // After the reader has its place, so that no alert falls between the two.
      ResultReader.earlierAlerts(config, history::recall);
    } catch (RuntimeException e) {
      results.close();
      throw e;
    }
    ResultFollower follower = new ResultFollower(results, history::add);
    service.follows(follower, ready);
    return () -> {
      follower.close();
      service.ends(follower);
    };
  }

  History history() {
    return history;
  }

  Routes routes() {
    return routes;
  }

  @Override
  public void close() {
    events.close();
    pictures.close();
    server.stop();
    registry.close();
  }
}
