package dev.pixelwatch.schemas;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns one kind of record into bytes and back. Safe for use by several threads.
 *
 * <p>Frames have megabytes: encoding measures first and then writes into an array of exactly that
 * size, and decoding reads from the array, so that each copies the payload once. Avro's own {@code
 * BinaryMessageDecoder} reads from a stream, and there a damaged length allocates up to 2 GiB
 * before it is found wrong; on an array Avro compares it with what is left.
 */
public final class RecordCodec<T extends SpecificRecord> {
  /** Length of the marker and the fingerprint that come before the record itself. */
  public static final int HEADER_BYTES = 10;

  private final String name;
  private final BinaryMessageEncoder<T> encoder;
  private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();
  private final Map<Long, Schema> writers = new HashMap<>();

  RecordCodec(Class<T> type) {
    SpecificData data = SpecificData.getForClass(type);
    Schema newest = data.getSchema(type);
    name = newest.getName();
    encoder = new BinaryMessageEncoder<>(data, newest);
    addWriter(newest, newest, data);
    for (Schema past : publishedVersions()) {
      addWriter(past, newest, data);
    }
  }

  private void addWriter(Schema writer, Schema newest, SpecificData data) {
    long fingerprint = SchemaNormalization.parsingFingerprint64(writer);
    readers.put(fingerprint, new SpecificDatumReader<>(writer, newest, data));
    writers.put(fingerprint, writer);
  }

  /** Every version of the schema that was ever published, oldest first. */
  List<Schema> publishedVersions() {
    return SchemaHistory.of(name);
  }

  /** The record in Avro's single-object encoding. */
  public byte[] encode(T message) {
    try {
      CountingStream count = new CountingStream();
      encoder.encode(message, count);
      byte[] bytes = new byte[count.written];
      encoder.encode(message, new ArrayStream(bytes));
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a " + name, e);
    }
  }

  /**
   * The record with samples from several arrays as its last field, which is one of bytes: the same
   * as {@link #encode} of a record that holds them all, without putting them together first.
   *
   * @param message a record whose last field is empty bytes
   * @param samples what belongs there
   */
  byte[] encode(T message, byte[]... samples) {
    long count = 0;
    for (byte[] part : samples) {
      count += part.length;
    }
    byte[] head = encode(message);
    byte[] length = new byte[10];
    int lengthBytes = BinaryData.encodeLong(count, length, 0);
    // The empty field is one byte, the length 0.
    int position = head.length - 1;
    byte[] bytes = Arrays.copyOf(head, Math.toIntExact(position + lengthBytes + count));
    System.arraycopy(length, 0, bytes, position, lengthBytes);
    position += lengthBytes;
    for (byte[] part : samples) {
      System.arraycopy(part, 0, bytes, position, part.length);
      position += part.length;
    }
    return bytes;
  }

  /**
   * Reads bytes written with any published version of the schema.
   *
   * @throws UndecodableRecordException if they were not
   */
  public T decode(byte[] bytes) {
    return decodeBody(bytes, readers.get(knownFingerprint(bytes)));
  }

  /**
   * The version of the schema that bytes were written with; the record itself is not looked at.
   *
   * @throws UndecodableRecordException if they are no record, or no published version fits
   */
  public Schema writerOf(byte[] bytes) {
    return writers.get(knownFingerprint(bytes));
  }

  private long knownFingerprint(byte[] bytes) {
    if (bytes == null) {
      throw new UndecodableRecordException(name + " not decodable: the record has no value");
    }
    if (bytes.length < HEADER_BYTES || bytes[0] != (byte) 0xC3 || bytes[1] != 1) {
      throw new UndecodableRecordException(
          name + " not decodable: " + bytes.length + " bytes without Avro's single-object marker");
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    if (!writers.containsKey(fingerprint)) {
      throw new UndecodableRecordException(
          name
              + " not decodable: written with an unknown schema of fingerprint %016x"
                  .formatted(fingerprint));
    }
    return fingerprint;
  }

  private T decodeBody(byte[] bytes, SpecificDatumReader<T> reader) {
    try {
      BinaryDecoder decoder =
          DecoderFactory.get()
              .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
      T message = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new UndecodableRecordException(name + " not decodable: bytes follow its end");
      }
      return message;
    } catch (IOException
        | AvroRuntimeException
        | UnsupportedOperationException
        | IndexOutOfBoundsException e) {
      throw new UndecodableRecordException(
          name + " not decodable: damaged within its " + bytes.length + " bytes", e);
    }
  }

  private static final class CountingStream extends OutputStream {
    private int written;

    @Override
    public void write(int b) {
      written++;
    }

    @Override
    public void write(byte[] b, int off, int len) {
      written = Math.addExact(written, len);
    }
  }

  private static final class ArrayStream extends OutputStream {
    private final byte[] bytes;
    private int position;

    private ArrayStream(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int b) {
      bytes[position++] = (byte) b;
    }

    @Override
    public void write(byte[] b, int off, int len) {
      System.arraycopy(b, off, bytes, position, len);
      position += len;
    }
  }
}
