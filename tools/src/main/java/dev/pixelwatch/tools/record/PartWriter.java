package dev.pixelwatch.tools.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;

/**
 * Writes one file of a recording. What was flushed stays readable, whatever happens afterwards:
 * when a write fails the file is cut back to the last flush.
 */
final class PartWriter {
  /** Levels of zstandard: beyond them it takes longer and gains little. */
  private static final int FRAME_LEVEL = 1;

  private static final int LEVEL = 3;

  private static final int BLOCK_BYTES = 1 << 18;

  private final Path file;
  private final RecordKind kind;
  private final BuildId build;
  private final WireForm form;
  private final FileChannel channel;
  private final DataFileWriter<Object> writer;
  private final MessageDigest digest = Sha256.start();
  private long bytes;
  private PartTally tally = PartTally.NONE;
  private PartInfo flushed;
  private boolean broken;

  PartWriter(Path file, RecordKind kind, BuildId build, WireForm form) throws IOException {
    this.file = file;
    this.kind = kind;
    this.build = build;
    this.form = form;
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    writer = new DataFileWriter<>(new GenericDatumWriter<>());
    // Every frame is a block of its own, so that it can be found and read alone.
    writer.setSyncInterval(BLOCK_BYTES);
    writer.setCodec(CodecFactory.zstandardCodec(kind.isFrames() ? FRAME_LEVEL : LEVEL, true, true));
    new PartHeader(kind, build).write(writer);
    writer.create(Envelope.around(form.schema()), new Written(), syncMarker());
    flush();
  }

  /** The same for the same content, so that two recordings of the same records are equal. */
  private byte[] syncMarker() {
    String identity = "%s %s %d".formatted(kind, build, form.fingerprint());
    byte[] hash = Sha256.of(ByteBuffer.wrap(identity.getBytes(UTF_8)));
    return Arrays.copyOf(hash, 16);
  }

  void append(Envelope envelope, byte[] message, Content content) throws IOException {
    try {
      writer.appendEncoded(form.datum(envelope.encode(), message));
    } catch (IOException e) {
      broken = true;
      throw e;
    }
    tally = tally.plus(content.frame(), envelope.publishedMs(), content.model());
    if (kind.isFrames()) {
      flush();
    }
  }

  /** From here on what was appended so far is safe from anything but a loss of power. */
  void flush() throws IOException {
    try {
      writer.flush();
    } catch (IOException e) {
      broken = true;
      throw e;
    }
    flushed = info();
  }

  /** Whether a write has failed, so that it can only be cut back. */
  boolean isBroken() {
    return broken;
  }

  private PartInfo info() {
    return PartInfo.of(file.getFileName().toString(), kind, build, tally, bytes, snapshot());
  }

  private String snapshot() {
    try {
      return Sha256.hex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of Java can be cloned", e);
    }
  }

  /** Bytes in the file so far. */
  long bytes() {
    return bytes;
  }

  /** Ends the file and says what it holds. */
  PartInfo close() throws IOException {
    flush();
    channel.close();
    return flushed;
  }

  /** Ends the file with what was flushed last, after a write has failed. */
  PartInfo cutBack() throws IOException {
    if (channel.isOpen()) {
      channel.truncate(flushed.bytes());
      channel.close();
    }
    return flushed;
  }

  /** To the file and to its checksum. */
  private final class Written extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
      ByteBuffer left = ByteBuffer.wrap(buffer, from, length);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      digest.update(buffer, from, length);
      bytes += length;
    }
  }
}
