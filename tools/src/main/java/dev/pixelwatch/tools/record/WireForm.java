package dev.pixelwatch.tools.record;

import dev.pixelwatch.schemas.RecordCodec;
import dev.pixelwatch.schemas.Records;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryDecoder;

/**
 * How a value on a topic and a record in a file become each other without loss. In the file Avro's
 * single-object header is left out, since it follows from the schema; JSON becomes a string.
 */
final class WireForm {
  private static final int LONGEST_VARINT = 10;

  private final Schema schema;
  private final byte[] header;

  private WireForm(Schema schema) {
    this.schema = schema;
    header = schema.getType() == Schema.Type.STRING ? new byte[0] : header(schema);
  }

  /** The form of records with this schema, or of JSON if it is that of a string. */
  static WireForm of(Schema schema) {
    return new WireForm(schema);
  }

  /**
   * The form of a record of this kind.
   *
   * @throws dev.pixelwatch.schemas.UndecodableRecordException if no published schema fits
   */
  static WireForm of(RecordKind kind, byte[] message) {
    return new WireForm(writer(kind, message));
  }

  private static Schema writer(RecordKind kind, byte[] message) {
    return switch (kind) {
      case REFERENCE, PROCESSED -> Records.FRAME.writerOf(message);
      case SCORES -> Records.SCORE.writerOf(message);
      case MAPS -> Records.MAP.writerOf(message);
      case OUTCOMES -> Records.OUTCOME.writerOf(message);
      case STATUS -> Records.STATUS.writerOf(message);
      case ALERTS -> Schema.create(Schema.Type.STRING);
    };
  }

  private static byte[] header(Schema schema) {
    return ByteBuffer.allocate(RecordCodec.HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0xC3)
        .put((byte) 1)
        .putLong(SchemaNormalization.parsingFingerprint64(schema))
        .array();
  }

  Schema schema() {
    return schema;
  }

  /** Tells forms apart. */
  long fingerprint() {
    return SchemaNormalization.parsingFingerprint64(schema);
  }

  /** What comes before the bytes of a value that are kept. */
  private byte[] prefix(byte[] message) {
    if (header.length > 0) {
      return new byte[0];
    }
    byte[] length = new byte[LONGEST_VARINT];
    int bytes = BinaryData.encodeLong(message.length, length, 0);
    return Arrays.copyOf(length, bytes);
  }

  /** The datum of the file: envelope and record. */
  ByteBuffer datum(byte[] envelope, byte[] message) {
    byte[] prefix = prefix(message);
    int body = message.length - header.length;
    return ByteBuffer.allocate(envelope.length + prefix.length + body)
        .put(envelope)
        .put(prefix)
        .put(message, header.length, body)
        .flip();
  }

  /** Moves the decoder behind a record. */
  void skip(BinaryDecoder decoder) throws IOException {
    GenericDatumReader.skip(schema, decoder);
  }

  /** The value of the Kafka record again, from the bytes of a record. */
  byte[] message(byte[] bytes, int from, int to) {
    int start = header.length > 0 ? from : endOfLength(bytes, from);
    return ByteBuffer.allocate(header.length + to - start)
        .put(header)
        .put(bytes, start, to - start)
        .array();
  }

  private static int endOfLength(byte[] bytes, int from) {
    int at = from;
    while ((bytes[at] & 0x80) != 0) {
      at++;
    }
    return at + 1;
  }
}
