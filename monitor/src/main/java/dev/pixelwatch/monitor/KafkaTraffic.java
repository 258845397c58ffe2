package dev.pixelwatch.monitor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** What the clients of a topology tell of the broker: what waits there, and what goes over. */
final class KafkaTraffic {
  private static final String CONSUMER_FETCH = "consumer-fetch-manager-metrics";
  private static final String PRODUCER = "producer-metrics";

  private final KafkaStreams streams;

  private KafkaTraffic(KafkaStreams streams) {
    this.streams = streams;
  }

  /** Registers {@link MetricNames#LAG} of these topics and the rest. */
  static void measure(KafkaStreams streams, List<String> topics, MeterRegistry registry) {
    KafkaTraffic traffic = new KafkaTraffic(streams);
    for (String topic : topics) {
      Gauge.builder(MetricNames.LAG, traffic, t -> t.lag(topic))
          .description("Records that wait to be read by this process")
          .baseUnit("records")
          .tag(MetricNames.TOPIC, topic)
          .strongReference(true)
          .register(registry);
    }
    FunctionCounter.builder(MetricNames.KAFKA_READ, traffic, KafkaTraffic::bytesRead)
        .description("Bytes read from the broker")
        .baseUnit("bytes")
        .register(registry);
    FunctionCounter.builder(MetricNames.KAFKA_WRITTEN, traffic, KafkaTraffic::bytesWritten)
        .description("Bytes written to the broker")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder(MetricNames.KAFKA_CONNECTIONS, traffic, KafkaTraffic::connections)
        .description("Open connections to brokers")
        .strongReference(true)
        .register(registry);
  }

  private double lag(String topic) {
    return values(CONSUMER_FETCH, "records-lag", Map.of("topic", topic)).sum();
  }

  private double bytesRead() {
    return values(CONSUMER_FETCH, "bytes-consumed-total", Map.of()).sum();
  }

  private double bytesWritten() {
    return values(PRODUCER, "outgoing-byte-total", Map.of()).sum();
  }

  private double connections() {
    return DoubleStream.concat(
            values("consumer-metrics", "connection-count", Map.of()),
            values(PRODUCER, "connection-count", Map.of()))
        .sum();
  }

  /** Finite values of one metric, of all clients or partitions that have these tags. */
  private DoubleStream values(String group, String name, Map<String, String> tags) {
    return streams.metrics().entrySet().stream()
        .filter(entry -> isOf(entry.getKey(), group, name, tags))
        .map(Map.Entry::getValue)
        .map(Metric::metricValue)
        .filter(Number.class::isInstance)
        .mapToDouble(value -> ((Number) value).doubleValue())
        .filter(Double::isFinite);
  }

  private static boolean isOf(
      MetricName metric, String group, String name, Map<String, String> tags) {
    return metric.name().equals(name)
        && metric.group().equals(group)
        && metric.tags().entrySet().containsAll(tags.entrySet());
  }
}
