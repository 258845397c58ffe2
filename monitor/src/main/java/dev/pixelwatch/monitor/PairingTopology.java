package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Records;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Both frame topics flow into one processor, and scores, maps and outcomes flow out of it, on to
 * the detectors.
 */
final class PairingTopology {
  static final String SCORES = "scores";
  static final String MAPS = "maps";
  static final String OUTCOMES = "outcomes";

  private static final String PAIRING = "pairing";

  private PairingTopology() {}

  static Topology build(PairingResources resources) {
    Topology topology = new Topology();
    Topics topics = new Topics(resources.config().topicPrefix());
    for (Side side : Side.values()) {
      topology.addSource(
          AutoOffsetReset.earliest(),
          side.id(),
          new PublishingTime(),
          new StringDeserializer(),
          RecordSerde.frames(),
          topics.frames(side));
    }
    topology.addProcessor(
        PAIRING, () -> new PairingProcessor(resources), Side.REFERENCE.id(), Side.PROCESSED.id());
    for (StoreBuilder<?> store : PairingStores.builders(resources.config().duplicateWindow())) {
      topology.addStateStore(store, PAIRING);
    }
    StringSerializer keys = new StringSerializer();
    topology.addSink(SCORES, topics.scores(), keys, RecordSerde.serializer(Records.SCORE), PAIRING);
    topology.addSink(MAPS, topics.maps(), keys, RecordSerde.serializer(Records.MAP), PAIRING);
    topology.addSink(
        OUTCOMES, topics.outcomes(), keys, RecordSerde.serializer(Records.OUTCOME), PAIRING);
    DetectionTopology.addTo(topology, resources);
    return topology;
  }
}
