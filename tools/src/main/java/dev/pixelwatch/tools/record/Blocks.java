package dev.pixelwatch.tools.record;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The blocks of an Avro object container file (Avro specification 1.12), found without reading what
 * is in them. Avro's own reader stops at the first damage and reads every byte on its way.
 */
final class Blocks {
  private static final int SYNC_BYTES = 16;
  private static final int LONGEST_HEAD = 20;
  private static final int SEARCH_BYTES = 1 << 20;

  /**
   * One block.
   *
   * @param position where it begins in the file
   * @param records how many it says it holds
   * @param data where its data begin
   * @param bytes length of its data
   */
  record Block(long position, long records, long data, int bytes) {
    long end() {
      return data + bytes + SYNC_BYTES;
    }
  }

  private final FileChannel file;
  private final long length;
  private final byte[] sync;

  /**
   * @param headerEnd where the file's header ends, with the marker that every block ends with
   */
  private Blocks(FileChannel file, long headerEnd) throws IOException {
    this.file = file;
    length = file.size();
    sync = read(file, headerEnd - SYNC_BYTES, SYNC_BYTES);
  }

  /**
   * Finds all whole blocks.
   *
   * @param flaws told in words what is not whole
   */
  static List<Block> of(FileChannel file, long headerEnd, Consumer<String> flaws)
      throws IOException {
    return new Blocks(file, headerEnd).find(headerEnd, flaws);
  }

  private List<Block> find(long start, Consumer<String> flaws) throws IOException {
    List<Block> found = new ArrayList<>();
    long position = start;
    while (position < length) {
      Block block = at(position);
      if (block != null) {
        found.add(block);
        position = block.end();
      } else {
        long next = afterSync(position);
        flaws.accept(flaw(position, next));
        position = next;
      }
    }
    return found;
  }

  private String flaw(long from, long to) {
    return to < length
        ? "bytes %d to %d are damaged and were left out".formatted(from, to)
        : "its last %d bytes, from %d on, are no whole block and were left out"
            .formatted(length - from, from);
  }

  /** The block that begins here, or null if none does. */
  private Block at(long position) throws IOException {
    ByteBuffer head =
        ByteBuffer.wrap(read(file, position, (int) Math.min(LONGEST_HEAD, length - position)));
    try {
      long records = varint(head);
      long bytes = varint(head);
      long data = position + head.position();
      boolean fits =
          records > 0 && bytes >= 0 && bytes <= length - data - SYNC_BYTES && bytes <= 1 << 30;
      if (fits && Arrays.equals(sync, read(file, data + bytes, SYNC_BYTES))) {
        return new Block(position, records, data, (int) bytes);
      }
      return null;
    } catch (EOFException e) {
      return null;
    }
  }

  /** Avro's zigzag coding of a number. */
  private static long varint(ByteBuffer from) throws EOFException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE && from.hasRemaining(); shift += 7) {
      byte next = from.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw new EOFException();
  }

  /** The place after the next marker, or the end of the file. */
  private long afterSync(long from) throws IOException {
    for (long position = from; position < length; position += SEARCH_BYTES - SYNC_BYTES) {
      byte[] window = read(file, position, (int) Math.min(SEARCH_BYTES, length - position));
      for (int i = 0; i + SYNC_BYTES <= window.length; i++) {
        if (window[i] == sync[0] && Arrays.equals(sync, 0, SYNC_BYTES, window, i, i + SYNC_BYTES)) {
          return position + i + SYNC_BYTES;
        }
      }
      if (window.length < SEARCH_BYTES) {
        return length;
      }
    }
    return length;
  }

  /** So many bytes of a file. */
  static byte[] read(FileChannel file, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("the file ends at " + (position + bytes.position()));
      }
    }
    return bytes.array();
  }
}
