package dev.pixelwatch.tools.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads one file of a recording, in any order. What is damaged is told once, in words, and left
 * out. Used by one thread.
 */
final class PartReader implements AutoCloseable {
  private final Path file;
  private final Consumer<String> flaws;
  private final BlockReader blocks;
  private final PartHeader header;
  private final WireForm form;
  private final List<Entry> entries = new ArrayList<>();

  private PartReader(Path file, Consumer<String> flaws) throws IOException {
    this.file = file;
    this.flaws = what -> flaws.accept(file.getFileName() + ": " + what);
    blocks = new BlockReader(file);
    try {
      header =
          PartHeader.read(blocks.header()).orElseThrow(() -> new IOException("not of a recording"));
      form = WireForm.of(blocks.header().getSchema().getField("record").schema());
      for (Blocks.Block block : blocks.blocks(this.flaws)) {
        index(block);
      }
    } catch (IOException | RuntimeException e) {
      blocks.close();
      throw e;
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
        byte[] head = blocks.head(block, Envelope.USUAL_BYTES);
        entries.add(entry(Envelope.decode(decoder(head, 0)), block, 0));
      } else {
        indexRecords(block);
      }
    } catch (IOException | RuntimeException e) {
      flaws.accept("the block at %d is damaged and was left out".formatted(block.position()));
    }
  }

  private void indexRecords(Blocks.Block block) throws IOException {
    byte[] data = blocks.data(block);
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
      byte[] data = blocks.data(entry.block());
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
      blocks.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
