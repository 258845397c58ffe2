package dev.pixelwatch.tools.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.RecordPublisher;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.monitor.Topics;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordSink;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.Selection;
import dev.pixelwatch.tools.record.TopicSink;
import dev.pixelwatch.tools.record.capture.BackgroundRecorder;
import dev.pixelwatch.tools.record.capture.RecordingTarget;
import dev.pixelwatch.tools.record.replay.Replay;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Recording at a live rate on this machine, and replaying beside what the broker takes from memory
 * in the same run. No monitor runs.
 */
public final class ReplayBench {
  private static final int FRAMES_PER_SECOND = 30;

  /** Standard deviation of the noise, luma codes. */
  private static final double GRAIN = 2;

  private static final int PICTURES = 12;
  private static final String STREAM = "bench";

  private final FrameSize size;
  private final long pairs;
  private final Path folder;
  private final String version;

  /**
   * @param pairs how many, at 30 a second
   * @param folder for topics and recording; the caller removes it
   * @param version of Pixelwatch
   */
  public ReplayBench(FrameSize size, long pairs, Path folder, String version) {
    this.size = size;
    this.pairs = pairs;
    this.folder = folder;
    this.version = version;
  }

  /**
   * Measures.
   *
   * @param news told what is measured now, in words
   */
  public ReplaySpeed run(Consumer<String> news) {
    List<Picture> pictures = pictures();
    Path out = folder.resolve("recording");
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      news.accept("Recording at %d frames/s".formatted(FRAMES_PER_SECOND));
      long cpu = cpuNanos();
      double seconds = recordLive(config(broker, "live"), pictures, out);
      double cpuSeconds = (cpuNanos() - cpu) / 1e9;
      try (Recording recording = Recording.open(out)) {
        long recorded = recording.count(Selection.ALL);
        List<RecordedMessage> some =
            recording.inPublishedOrder(Selection.ALL).limit(2 * PICTURES).toList();
        news.accept("From memory to the broker");
        double raw = raw(config(broker, "raw"), some);
        news.accept("From the recording to nowhere");
        double read = replay(recording, message -> {});
        news.accept("From the recording to the broker");
        double replayed = replay(recording, config(broker, "replayed"));
        long bytes = 2 * pairs * some.get(0).value().length;
        long fileBytes = recording.manifest().orElseThrow().bytes();
        return new ReplaySpeed(
            2 * pairs, recorded, seconds, cpuSeconds, bytes, fileBytes, raw, read, replayed);
      }
    }
  }

  /** A street with the grain of a camera, which is what makes frames hard to compress. */
  private List<Picture> pictures() {
    MovingScene scene = new MovingScene(size.width(), size.height(), 1, true);
    return new LumaNoise(GRAIN, 1)
        .apply(
            LongStream.range(0, PICTURES).mapToObj(scene::frame).toList(),
            FrameRate.of(FRAMES_PER_SECOND));
  }

  private static MonitorConfig config(EmbeddedBroker broker, String prefix) {
    return MonitorConfig.builder(broker.bootstrapServers(), Path.of("unused"))
        .topicPrefix(prefix)
        .build();
  }

  /** Gives how long publishing took. */
  private double recordLive(MonitorConfig config, List<Picture> pictures, Path out) {
    try (FramePublisher publisher = new FramePublisher(config);
        BackgroundRecorder recorder =
            BackgroundRecorder.start(config, new RecordingTarget(out, version, said -> {}))) {
      long start = System.nanoTime();
      for (long frame = 0; frame < pairs; frame++) {
        long due = start + frame * 1_000_000_000 / FRAMES_PER_SECOND;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        FrameIdentity identity =
            new FrameIdentity(STREAM, "isp", "bench", frame, frame * 1_000_000 / FRAMES_PER_SECOND);
        for (Side side : Side.values()) {
          int picture = (int) ((frame + side.ordinal()) % PICTURES);
          publisher.publish(side, identity, pictures.get(picture));
        }
      }
      publisher.flush();
      recorder.check();
      return secondsSince(start);
    }
  }

  private double raw(MonitorConfig config, List<RecordedMessage> messages) {
    Topics topics = new Topics(config.topicPrefix());
    byte[] key = STREAM.getBytes(UTF_8);
    try (RecordPublisher publisher = new RecordPublisher(config)) {
      int partitions = publisher.partitions(RecordKind.REFERENCE.topic(topics));
      long start = System.nanoTime();
      long bytes = 0;
      for (int i = 0; i < 2 * pairs; i++) {
        RecordedMessage message = messages.get(i % messages.size());
        publisher.publish(
            message.kind().topic(topics),
            i / 2 % partitions,
            System.currentTimeMillis(),
            key,
            message.value());
        bytes += message.value().length;
      }
      publisher.flush();
      return bytes / 1e6 / secondsSince(start);
    }
  }

  private static double replay(Recording recording, MonitorConfig config) {
    try (TopicSink sink = new TopicSink(config)) {
      long start = System.nanoTime();
      long bytes = send(recording, sink);
      sink.flush();
      return bytes / 1e6 / secondsSince(start);
    }
  }

  private static double replay(Recording recording, RecordSink sink) {
    long start = System.nanoTime();
    return send(recording, sink) / 1e6 / secondsSince(start);
  }

  private static long send(Recording recording, RecordSink sink) {
    return new Replay(recording, Selection.ALL, Double.POSITIVE_INFINITY)
        .run(sink, () -> false, done -> {})
        .bytes();
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
