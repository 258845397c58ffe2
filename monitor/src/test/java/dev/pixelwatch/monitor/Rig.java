package dev.pixelwatch.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One real broker for all tests that take a rig, and topics of its own for each test. */
final class Rig implements AutoCloseable {
  private final AtomicInteger prefixes = new AtomicInteger();
  private final Path directory;
  private final EmbeddedBroker broker;

  private Rig() {
    try {
      directory = Files.createTempDirectory("rig");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broker = EmbeddedBroker.start(directory.resolve("broker"));
  }

  /** Gives the rig to a test, and closes it after the last one. */
  static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Rig.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(Rig.class, key -> new Rig(), Rig.class);
    }
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

  /** Publishes one grey frame for each number from, from + 1 ... to - 1. */
  static void publish(FramePublisher publisher, Side side, int from, int to) {
    for (int i = from; i < to; i++) {
      publisher.publish(side, TestFrames.identity(i), TestFrames.grey(100));
    }
    publisher.flush();
  }

  static void publishPairs(FramePublisher publisher, int from, int to) {
    publish(publisher, Side.REFERENCE, from, to);
    publish(publisher, Side.PROCESSED, from, to);
  }

  static List<Long> numbers(int from, int to) {
    return LongStream.range(from, to).boxed().toList();
  }

  @Override
  public void close() throws IOException {
    broker.close();
    Utils.delete(directory.toFile());
  }
}
