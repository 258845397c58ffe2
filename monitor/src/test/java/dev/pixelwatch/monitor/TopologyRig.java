package dev.pixelwatch.monitor;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.Score;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology without a broker, with a clock that tests move. */
final class TopologyRig implements AutoCloseable {
  /** An hour ago, so that no test publishes in the future. */
  static final Instant START = Instant.now().minus(Duration.ofHours(1));

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final List<TopicPartition> rereads = new ArrayList<>();
  final Topics topics;
  final TopologyTestDriver driver;

  /** Every frame published, by side and offset: what a broker would still hold. */
  private final List<List<Frame>> log = List.of(new ArrayList<>(), new ArrayList<>());

  private final List<TestInputTopic<String, byte[]>> inputs = new ArrayList<>();
  final List<Long> heard = new ArrayList<>();
  private boolean retentionTookAll;
  private boolean backlog;

  TopologyRig(Path directory, Assessor assessor) {
    this(configIn(directory).build(), assessor);
  }

  TopologyRig(MonitorConfig config, Assessor assessor) {
    topics = new Topics(config.topicPrefix());
    PayloadCache cache = new PayloadCache(config.get(MonitorOption.PAYLOAD_CACHE));
    PairingResources resources =
        new PairingResources(
            config,
            () -> assessor,
            LumaDifferenceNetwork.MODEL,
            "arithmetic in Java",
            this::read,
            this::hasBacklog,
            cache,
            new MonitorMetrics(registry, cache),
            (score, map, reference, processed) -> heard.add(score.getFrameNumber()));
    Properties settings = StreamsSettings.of(config, "test");
    driver = new TopologyTestDriver(PairingTopology.build(resources), settings, START);
    for (Side side : Side.values()) {
      inputs.add(
          driver.createInputTopic(
              topics.frames(side), new StringSerializer(), new ByteArraySerializer()));
    }
  }

  static MonitorConfig.Builder configIn(Path directory) {
    return MonitorConfig.builder("no-broker:1", directory)
        .set(MonitorOption.UNMATCHED_AFTER, 10_000)
        .set(MonitorOption.LATENCY_BOUND, 1_000);
  }

  private Optional<Frame> read(TopicPartition partition, long offset) {
    rereads.add(partition);
    Side side = topics.sideOf(partition.topic());
    return retentionTookAll
        ? Optional.empty()
        : Optional.of(log.get(side.ordinal()).get((int) offset));
  }

  private boolean hasBacklog(Set<TopicPartition> partitions) {
    return backlog;
  }

  void retentionTakesAll() {
    retentionTookAll = true;
  }

  void backlogIs(boolean present) {
    backlog = present;
  }

  void publish(Side side, long frameNumber, Picture picture, Duration sinceStart) {
    publish(side, TestFrames.identity(frameNumber), picture, sinceStart);
  }

  void publish(Side side, FrameIdentity identity, Picture picture, Duration sinceStart) {
    publish(side, Pictures.toFrame(identity, picture), sinceStart);
  }

  void publish(Side side, Frame frame, Duration sinceStart) {
    log.get(side.ordinal()).add(frame);
    inputs
        .get(side.ordinal())
        .pipeInput(frame.getStream(), Records.FRAME.encode(frame), START.plus(sinceStart));
  }

  /** Both frames of a pair, the reference first. */
  void publishPair(long frameNumber, Duration sinceStart) {
    publish(Side.REFERENCE, frameNumber, TestFrames.grey(100), sinceStart);
    publish(Side.PROCESSED, frameNumber, TestFrames.grey(120), sinceStart);
  }

  /** The outcomes since the last call. */
  List<Outcome> outcomes() {
    return read(topics.outcomes()).stream().map(Records.OUTCOME::decode).toList();
  }

  List<OutcomeKind> kinds() {
    return outcomes().stream().map(Outcome::getKind).toList();
  }

  List<Score> scores() {
    return read(topics.scores()).stream().map(Records.SCORE::decode).toList();
  }

  List<byte[]> read(String topic) {
    return driver
        .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
