package dev.pixelwatch.tools.watch;

import dev.pixelwatch.monitor.Mode;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import dev.pixelwatch.tools.record.capture.RecordingTarget;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a run is named and where it happens.
 *
 * @param stream name of the stream
 * @param stage what stands between the two videos
 * @param build version of the stage
 * @param mode whether every pair is scored, or the latency bounded
 * @param maxFrames the first frame number that is left out
 * @param bootstrapServers a Kafka cluster instead of the embedded broker
 * @param topicPrefix what the names of all topics begin with
 * @param kafkaProperties further properties of every Kafka client, such as those of TLS
 * @param data where the embedded broker keeps its topics; a temporary folder if empty
 * @param detectors rules and baselines
 * @param recording where frames and results are recorded; nowhere if empty
 */
public record WatchOptions(
    String stream,
    String stage,
    String build,
    Mode mode,
    long maxFrames,
    Optional<String> bootstrapServers,
    String topicPrefix,
    Map<String, String> kafkaProperties,
    Optional<Path> data,
    DetectorConfig detectors,
    Optional<RecordingTarget> recording) {

  public WatchOptions {
    kafkaProperties = Map.copyOf(kafkaProperties);
  }

  /** The same with other rules and baselines. */
  public WatchOptions withDetectors(DetectorConfig other) {
    return new WatchOptions(
        stream,
        stage,
        build,
        mode,
        maxFrames,
        bootstrapServers,
        topicPrefix,
        kafkaProperties,
        data,
        other,
        recording);
  }

  /** A complete run on a broker of its own that leaves nothing behind. */
  public static WatchOptions temporary(String stream, String stage, String build) {
    return new WatchOptions(
        stream,
        stage,
        build,
        Mode.COMPLETE,
        Long.MAX_VALUE,
        Optional.empty(),
        "pixelwatch",
        Map.of(),
        Optional.empty(),
        DetectorConfig.defaults(),
        Optional.empty());
  }
}
