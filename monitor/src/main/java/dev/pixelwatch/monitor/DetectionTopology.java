package dev.pixelwatch.monitor;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.AlertJson;
import dev.pixelwatch.schemas.RecordCodec;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.UndecodableRecordException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Scores, outcomes, maps and states of captures flow into the detectors, and alerts flow out. It is
 * a sub-topology of its own: only topics join it to the pairing.
 */
final class DetectionTopology {
  private static final String DETECTION = "detection";
  private static final String ALERTS = "alerts";

  private DetectionTopology() {}

  static void addTo(Topology topology, PairingResources resources) {
    Topics topics = new Topics(resources.config().topicPrefix());
    source(topology, "scored", topics.scores(), Records.SCORE);
    source(topology, "settled", topics.outcomes(), Records.OUTCOME);
    source(topology, "mapped", topics.maps(), Records.MAP);
    source(topology, "stated", topics.status(), Records.STATUS);
    topology.addProcessor(
        DETECTION,
        () -> new DetectionProcessor(resources.config().detectors(), resources.listener()),
        "scored",
        "settled",
        "mapped",
        "stated");
    for (StoreBuilder<?> store : DetectionStores.builders()) {
      topology.addStateStore(store, DETECTION);
    }
    Serializer<Alert> json = (topic, alert) -> AlertJson.encode(alert);
    topology.addSink(ALERTS, topics.alerts(), new StringSerializer(), json, DETECTION);
  }

  private static <T extends SpecificRecord> void source(
      Topology topology, String name, String topic, RecordCodec<T> codec) {
    topology.addSource(
        AutoOffsetReset.earliest(), name, new StringDeserializer(), strict(codec), topic);
  }

  /** What cannot be decoded goes to the dead letters. */
  private static <T extends SpecificRecord> Deserializer<T> strict(RecordCodec<T> codec) {
    return (topic, bytes) -> {
      try {
        return codec.decode(bytes);
      } catch (UndecodableRecordException e) {
        throw new SerializationException(e.getMessage(), e);
      }
    };
  }
}
