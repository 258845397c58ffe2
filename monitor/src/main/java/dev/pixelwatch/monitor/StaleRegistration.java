package dev.pixelwatch.monitor;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * The registration that a broker leaves behind when it is killed. Started over it, the broker leads
 * its partitions for as long as the dead one's session lasts, and then for a moment does not. A
 * transaction that is to be ended just then counts as ended without its markers (seen with Kafka
 * 4.3.1, for which a partition without a leader is one that was deleted), and those who read what
 * is committed wait at it for ever.
 */
final class StaleRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(StaleRegistration.class);
  private static final int SESSION_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private StaleRegistration() {}

  /**
   * Runs the controller alone until it has taken the dead broker's partitions from it.
   *
   * @param broker properties of the node, which is not running
   * @param fault what Kafka stopped for; null while it did not
   * @throws IllegalStateException if it stops, or takes longer than a minute
   */
  static void end(Map<String, String> broker, Supplier<String> fault) {
    KafkaConfig config = new KafkaConfig(controllerAlone(broker));
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> directories =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    Map<Integer, InetSocketAddress> voters =
        QuorumConfig.parseVoterConnections(config.quorumConfig().voters());
    SharedServer shared =
        new SharedServer(
            config,
            directories._1(),
            Time.SYSTEM,
            new Metrics(),
            CompletableFuture.completedFuture(voters),
            List.of(),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    ControllerServer controller =
        new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
    try {
      controller.startup();
      Fenced fenced = new Fenced(config.nodeId());
      shared.loader().installPublishers(List.of(fenced)).get();
      fenced.await(fault);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      controller.shutdown();
    }
  }

  private static Map<String, String> controllerAlone(Map<String, String> broker) {
    Map<String, String> p = new HashMap<>(broker);
    String name = p.get("controller.listener.names");
    p.put("process.roles", "controller");
    p.put("listeners", name + "://" + p.get("controller.quorum.voters").split("@")[1]);
    p.keySet().removeAll(List.of("advertised.listeners", "inter.broker.listener.name"));
    p.put("broker.session.timeout.ms", Integer.toString(SESSION_MILLIS));
    p.put("broker.heartbeat.interval.ms", Integer.toString(SESSION_MILLIS / 2));
    return p;
  }

  /** Waits for metadata in which the broker leads nothing. */
  private static final class Fenced implements MetadataPublisher {
    private final CountDownLatch done = new CountDownLatch(1);
    private final int nodeId;

    Fenced(int nodeId) {
      this.nodeId = nodeId;
    }

    void await(Supplier<String> fault) throws InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!done.await(100, TimeUnit.MILLISECONDS)) {
        if (fault.get() != null) {
          throw new IllegalStateException(fault.get());
        }
        if (System.nanoTime() > end) {
          throw new IllegalStateException("a broker that was killed still counts as running");
        }
      }
    }

    @Override
    public String name() {
      return "StaleRegistration";
    }

    @Override
    public void onMetadataUpdate(
        MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
      BrokerRegistration registration = image.cluster().broker(nodeId);
      if (registration == null || registration.fenced()) {
        done.countDown();
      }
    }
  }
}
