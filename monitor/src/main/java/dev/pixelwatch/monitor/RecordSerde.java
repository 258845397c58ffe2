package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.RecordCodec;
import dev.pixelwatch.schemas.UndecodableRecordException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Lets Kafka use the wire codec of a record. */
final class RecordSerde {
  private RecordSerde() {}

  static <T extends SpecificRecord> Serde<T> of(RecordCodec<T> codec) {
    return Serdes.serdeFrom(serializer(codec), storeDeserializer(codec));
  }

  static <T extends SpecificRecord> Serializer<T> serializer(RecordCodec<T> codec) {
    return (topic, message) -> message == null ? null : codec.encode(message);
  }

  /** For topics: a record without a value is undecodable like any other damage. */
  static <T extends SpecificRecord> Deserializer<T> deserializer(RecordCodec<T> codec) {
    return (topic, bytes) -> {
      try {
        return codec.decode(bytes);
      } catch (UndecodableRecordException e) {
        throw new SerializationException(e.getMessage(), e);
      }
    };
  }

  /** For stores: no value means no entry. */
  private static <T extends SpecificRecord> Deserializer<T> storeDeserializer(
      RecordCodec<T> codec) {
    return (topic, bytes) -> bytes == null ? null : codec.decode(bytes);
  }
}
