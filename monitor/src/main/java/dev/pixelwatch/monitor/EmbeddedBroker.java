package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker in this JVM: one KRaft node that is its own controller, reachable from this
 * machine only. Its data survive restarts on the same directory.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private static final Duration BROKEN_PATIENCE = Duration.ofSeconds(10);

  private final KafkaRaftServer server;
  private final BrokerDirectory directory;
  private final int port;

  /** Why it stopped by itself; null while it has not. */
  private final AtomicReference<String> fault;

  private EmbeddedBroker(
      KafkaRaftServer server, BrokerDirectory directory, int port, AtomicReference<String> fault) {
    this.server = server;
    this.directory = directory;
    this.port = port;
    this.fault = fault;
  }

  /** Starts on any free port; see {@link #start(Path, int)}. */
  public static EmbeddedBroker start(Path dataDirectory) {
    return start(dataDirectory, 0);
  }

  /**
   * Starts a broker and returns when it can be used.
   *
   * @param dataDirectory made and formatted if it is new or empty
   * @param port port on 127.0.0.1, or 0 for any free one
   * @throws UserError if the port is taken, or the directory cannot be written, is in use, was
   *     written by a newer version, or holds something else
   */
  public static EmbeddedBroker start(Path dataDirectory, int port) {
    return start(dataDirectory, port, Map.of());
  }

  /** The same with further properties of the broker. */
  static EmbeddedBroker start(Path dataDirectory, int port, Map<String, String> more) {
    int brokerPort = LocalPorts.choose(port);
    int controllerPort = LocalPorts.chooseOtherThan(brokerPort);
    BrokerDirectory directory = BrokerDirectory.open(dataDirectory);
    AtomicReference<String> fault = new AtomicReference<>();
    keepProcessAlive(fault);
    try {
      Map<String, String> properties = properties(directory, brokerPort, controllerPort);
      properties.putAll(more);
      if (directory.wasKilled()) {
        StaleRegistration.end(properties, fault::get);
      }
      directory.begin();
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, directory, brokerPort, fault);
    } catch (RuntimeException e) {
      directory.close();
      throw new UserError(
          "the embedded broker cannot start on "
              + dataDirectory
              + ": "
              + KafkaErrors.root(e).getMessage(),
          "Use an empty data directory, or mend the cause that is named.",
          e);
    }
  }

  /** A full disk or a fatal fault must end the broker with words, not this process without. */
  private static void keepProcessAlive(AtomicReference<String> fault) {
    Exit.Procedure stop =
        (status, message) -> {
          String words =
              "the embedded broker has stopped" + (message == null ? "" : ": " + message);
          LOG.error(words);
          fault.compareAndSet(null, words);
          throw new IllegalStateException(words);
        };
    Exit.setExitProcedure(stop);
    Exit.setHaltProcedure(stop);
  }

  private static Map<String, String> properties(
      BrokerDirectory directory, int brokerPort, int controllerPort) {
    String broker = "BROKER://127.0.0.1:" + brokerPort;
    String controller = "127.0.0.1:" + controllerPort;
    Map<String, String> p = new HashMap<>();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("controller.quorum.voters", "1@" + controller);
    p.put("listeners", broker + ",CONTROLLER://" + controller);
    p.put("advertised.listeners", broker);
    p.put("controller.listener.names", "CONTROLLER");
    p.put("inter.broker.listener.name", "BROKER");
    p.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("log.dirs", directory.logDirectory().toString());
    // Nobody could take over from the only broker, so a machine may stand still for a while. Less
    // than a broker tries to register: what kept it from doing so ends in that time.
    p.put("broker.session.timeout.ms", "30000");
    p.put("auto.create.topics.enable", "false");
    p.put("default.replication.factor", "1");
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "4");
    p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");
    p.put("group.initial.rebalance.delay.ms", "0");
    String limit =
        Long.toString(
            MonitorOption.MAX_FRAME_BYTES.defaultValue() + KafkaSettings.RECORD_OVERHEAD_BYTES);
    p.put("message.max.bytes", limit);
    p.put("replica.fetch.max.bytes", limit);
    // Frames come at up to 150 MB/s, so what is too old must go soon.
    p.put("log.retention.check.interval.ms", "10000");
    p.put("log.segment.delete.delay.ms", "2000");
    // What the state stores remember is compacted a whole segment at a time.
    p.put("log.segment.bytes", Integer.toString(128 << 20));
    // One user and small compacted topics: less memory than a server would take.
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    return p;
  }

  /** Host and port for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /**
   * Asks whether it still runs.
   *
   * @throws UserError if it stopped by itself
   */
  public void check() {
    String words = fault.get();
    if (words != null) {
      throw new UserError(
          words, "Look whether the disk of " + directory.logDirectory() + " is full; start again.");
    }
  }

  /** Stops the broker and waits until its data are on the disk. */
  @Override
  public void close() {
    if (fault.get() == null) {
      stop();
    } else {
      stopInTime();
    }
    if (fault.get() == null) {
      directory.end();
    }
    directory.close();
  }

  private void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** A broker without its controller would wait minutes for its leave to go. */
  private void stopInTime() {
    Thread end = new Thread(this::stop, "pixelwatch-broker-end");
    end.setDaemon(true);
    end.start();
    try {
      end.join(BROKEN_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
