package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.RecordCodec;
import dev.pixelwatch.schemas.Records;
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
    return Serdes.serdeFrom(serializer(codec), deserializer(codec));
  }

  static <T extends SpecificRecord> Serializer<T> serializer(RecordCodec<T> codec) {
    return (topic, message) -> message == null ? null : codec.encode(message);
  }

  static <T extends SpecificRecord> Deserializer<T> deserializer(RecordCodec<T> codec) {
    return (topic, bytes) -> bytes == null ? null : codec.decode(bytes);
  }

  /** Frames as they come: what has no value or no stream is undecodable like any other damage. */
  static Deserializer<Frame> frames() {
    return (topic, bytes) -> {
      try {
        Frame frame = Records.FRAME.decode(bytes);
        if (frame.getStream().isEmpty()) {
          throw new SerializationException("a frame without the name of its stream");
        }
        return frame;
      } catch (UndecodableRecordException e) {
        throw new SerializationException(e.getMessage(), e);
      }
    };
  }
}
