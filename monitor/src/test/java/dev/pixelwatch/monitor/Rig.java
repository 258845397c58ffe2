package dev.pixelwatch.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** A real broker for one test class, and a topic prefix of its own for each test. */
final class Rig implements AutoCloseable {
  private final AtomicInteger prefixes = new AtomicInteger();
  private final EmbeddedBroker broker;
  private final Path directory;

  Rig(Path directory) {
    this.directory = directory;
    broker = EmbeddedBroker.start(directory.resolve("broker"));
  }

  MonitorConfig.Builder config() {
    int number = prefixes.incrementAndGet();
    return MonitorConfig.builder(broker.bootstrapServers(), directory.resolve("state-" + number))
        .topicPrefix("test-" + number)
        .set(MonitorOption.PARTITIONS, 2);
  }

  static Monitor start(MonitorConfig config) {
    return start(config, new SimpleMeterRegistry());
  }

  static Monitor start(MonitorConfig config, MeterRegistry registry) {
    Monitor monitor = new Monitor(config, new LumaDifferenceNetwork(), registry);
    monitor.start();
    return monitor;
  }

  /** Publishes pairs of grey frames with the numbers from, from + 1 ... to - 1. */
  static void publishPairs(FramePublisher publisher, int from, int to) {
    for (int i = from; i < to; i++) {
      publisher.publish(Side.REFERENCE, TestFrames.identity(i), TestFrames.grey(100));
      publisher.publish(Side.PROCESSED, TestFrames.identity(i), TestFrames.grey(100 + i % 100));
    }
    publisher.flush();
  }

  static List<Long> numbers(int from, int to) {
    return LongStream.range(from, to).boxed().toList();
  }

  @Override
  public void close() {
    broker.close();
  }
}
