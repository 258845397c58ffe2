package dev.pixelwatch.tools.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * What is kept with each record: all that its topic knew of it. The record comes after it.
 *
 * @param publishedMs when it was published, in milliseconds since 1970
 * @param partition of the topic it came from
 * @param key of the Kafka record
 * @param frame number of the frame, or -1 where the record is about none
 * @param pixels SHA-256 of the pixels of a frame, otherwise empty
 * @param crc CRC-32C of the value that the Kafka record had
 */
record Envelope(long publishedMs, int partition, byte[] key, long frame, byte[] pixels, long crc) {

  /** Room that all fields take together, but for a very long key. */
  static final int USUAL_BYTES = 4096;

  /** The schema of a file that keeps records of this schema. */
  static Schema around(Schema record) {
    return Schema.createRecord(
        "Recorded",
        "A record of a topic, and what the topic knew of it.",
        "dev.pixelwatch.recording",
        false,
        List.of(
            field(
                "published_ms", Schema.Type.LONG, "When it was published, milliseconds from 1970."),
            field("partition", Schema.Type.INT, "Partition of the topic it came from."),
            field("key", Schema.Type.BYTES, "Key of the Kafka record."),
            field("frame", Schema.Type.LONG, "Number of the frame; -1 if it is about none."),
            field("pixels_sha256", Schema.Type.BYTES, "SHA-256 of a frame's pixels, or empty."),
            field("crc32c", Schema.Type.LONG, "CRC-32C of the value of the Kafka record."),
            new Schema.Field("record", record, "The record itself; an alert is JSON.")));
  }

  private static Schema.Field field(String name, Schema.Type type, String doc) {
    return new Schema.Field(name, Schema.create(type), doc);
  }

  static long crc(byte[] message) {
    CRC32C crc = new CRC32C();
    crc.update(message);
    return crc.getValue();
  }

  /** The fields as Avro writes them, to be followed by the record. */
  byte[] encode() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    encoder.writeLong(publishedMs);
    encoder.writeInt(partition);
    encoder.writeBytes(key);
    encoder.writeLong(frame);
    encoder.writeBytes(pixels);
    encoder.writeLong(crc);
    return bytes.toByteArray();
  }

  /** Reads the fields; the decoder then stands before the record. */
  static Envelope decode(BinaryDecoder decoder) throws IOException {
    return new Envelope(
        decoder.readLong(),
        decoder.readInt(),
        bytes(decoder),
        decoder.readLong(),
        bytes(decoder),
        decoder.readLong());
  }

  private static byte[] bytes(BinaryDecoder decoder) throws IOException {
    ByteBuffer buffer = decoder.readBytes(null);
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
