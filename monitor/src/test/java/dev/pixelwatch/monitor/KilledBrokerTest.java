package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a broker finds in its directory when it was killed. */
class KilledBrokerTest {
  private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

  /** The broker that is copied leaves the transaction open. */
  private static final Map<String, String> NO_ABORT =
      Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "600000");

  @TempDir private Path folder;

  /** Until a transaction ends, nobody who reads what is committed gets past its first record. */
  @Test
  void aTransactionThatWasOpenIsEnded() throws Exception {
    Path asKilled = folder.resolve("killed");
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("running"), 0, NO_ABORT);
        KafkaProducer<String, String> producer = producer(broker)) {
      create(broker);
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(PARTITION.topic(), "half")).get();
      copy(folder.resolve("running"), asKilled);
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(asKilled);
        Admin admin = Admin.create(client(broker))) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (committed(admin) < 2 && System.nanoTime() < deadline) {
        Thread.sleep(100);
      }
      // The record and the marker that ends it.
      assertThat(committed(admin)).isEqualTo(2);
    }
    try (BrokerDirectory directory = BrokerDirectory.open(asKilled)) {
      assertThat(directory.wasKilled()).isFalse();
    }
  }

  private static long committed(Admin admin) throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(
            Map.of(PARTITION, OffsetSpec.latest()),
            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .partitionResult(PARTITION)
        .get()
        .offset();
  }

  private static void create(EmbeddedBroker broker)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client(broker))) {
      admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
    }
  }

  private static KafkaProducer<String, String> producer(EmbeddedBroker broker) {
    Properties p = client(broker);
    p.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "writer");
    p.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 1500);
    return new KafkaProducer<>(p, new StringSerializer(), new StringSerializer());
  }

  private static Properties client(EmbeddedBroker broker) {
    Properties p = new Properties();
    p.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    return p;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      // Checkpoints are written anew under another name.
      Iterable<Path> lasting = files.filter(file -> !file.toString().endsWith(".tmp"))::iterator;
      for (Path file : lasting) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
