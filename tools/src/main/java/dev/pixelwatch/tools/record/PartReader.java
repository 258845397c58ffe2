package dev.pixelwatch.tools.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableFileInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads one file of a recording, in any order. What is damaged is told once, in words, and left
 * out. Used by one thread.
 */
final class PartReader implements AutoCloseable {
  private static final int BLOCKS_IN_MEMORY = 8;

  private final Path file;
  private final Consumer<String> flaws;
  private final DataFileReader<Object> avro;
  private final FileChannel channel;
  private final PartHeader header;
  private final WireForm form;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Long, byte[]> recent =
      new LinkedHashMap<>(BLOCKS_IN_MEMORY, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
          return size() > BLOCKS_IN_MEMORY;
        }
      };

  private PartReader(Path file, Consumer<String> flaws) throws IOException {
    this.file = file;
    this.flaws = what -> flaws.accept(file.getFileName() + ": " + what);
    avro = new DataFileReader<>(new SeekableFileInput(file.toFile()), new GenericDatumReader<>());
    channel = FileChannel.open(file);
    header = PartHeader.read(avro).orElseThrow(() -> new IOException("not of a recording"));
    Schema.Field record = avro.getSchema().getField("record");
    form = WireForm.of(record.schema());
    for (Blocks.Block block : Blocks.of(channel, avro.previousSync(), this.flaws)) {
      index(block);
    }
  }

  /**
   * Opens a file and finds what it holds.
   *
   * @param flaws told in words what is not whole
   * @return empty if not even its header is whole
   */
  static Optional<PartReader> open(Path file, Consumer<String> flaws) {
    try {
      return Optional.of(new PartReader(file, flaws));
    } catch (IOException | AvroRuntimeException e) {
      flaws.accept("%s cannot be used: %s".formatted(file.getFileName(), e.getMessage()));
      return Optional.empty();
    }
  }

  private void index(Blocks.Block block) {
    try {
      if (header.kind().isFrames()) {
        int head = Math.min(Envelope.USUAL_BYTES, block.bytes());
        BinaryDecoder decoder = decoder(Blocks.read(channel, block.data(), head), 0);
        entries.add(entry(Envelope.decode(decoder), block, 0));
      } else {
        indexRecords(block);
      }
    } catch (IOException | RuntimeException e) {
      flaws.accept("the block at %d is damaged and was left out".formatted(block.position()));
    }
  }

  private void indexRecords(Blocks.Block block) throws IOException {
    byte[] data = data(block);
    List<Entry> found = new ArrayList<>();
    BinaryDecoder decoder = decoder(data, 0);
    for (long i = 0; i < block.records(); i++) {
      int offset = data.length - decoder.inputStream().available();
      found.add(entry(Envelope.decode(decoder), block, offset));
      form.skip(decoder);
    }
    entries.addAll(found);
  }

  private static Entry entry(Envelope envelope, Blocks.Block block, int offset) {
    return new Entry(envelope.frame(), envelope.publishedMs(), envelope.pixels(), block, offset);
  }

  private static BinaryDecoder decoder(byte[] data, int from) {
    return DecoderFactory.get().binaryDecoder(data, from, data.length - from, null);
  }

  /** The data of a block, decompressed. */
  private byte[] data(Blocks.Block block) throws IOException {
    if (header.kind().isFrames()) {
      return Blocks.read(channel, block.data(), block.bytes());
    }
    byte[] known = recent.get(block.position());
    if (known != null) {
      return known;
    }
    avro.seek(block.position());
    ByteBuffer data = avro.nextBlock();
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    recent.put(block.position(), bytes);
    return bytes;
  }

  PartHeader header() {
    return header;
  }

  Path file() {
    return file;
  }

  /** What the file holds, in its order. */
  List<Entry> entries() {
    return entries;
  }

  /** A record, or empty if it is damaged. */
  Optional<RecordedMessage> read(Entry entry) {
    try {
      byte[] data = data(entry.block());
      BinaryDecoder decoder = decoder(data, entry.offset());
      Envelope envelope = Envelope.decode(decoder);
      int from = data.length - decoder.inputStream().available();
      form.skip(decoder);
      int to = data.length - decoder.inputStream().available();
      byte[] message = form.message(data, from, to);
      if (Envelope.crc(message) == envelope.crc()) {
        return Optional.of(
            new RecordedMessage(
                header.kind(),
                header.build(),
                envelope.publishedMs(),
                envelope.partition(),
                envelope.key(),
                message));
      }
    } catch (IOException | RuntimeException e) {
      // Avro throws many kinds on damaged bytes; what is told is the same.
    }
    flaws.accept(
        "the record%s in the block at %d is damaged and was left out"
            .formatted(
                entry.frame() == Content.NO_FRAME ? "" : " of frame " + entry.frame(),
                entry.block().position()));
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      avro.close();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
