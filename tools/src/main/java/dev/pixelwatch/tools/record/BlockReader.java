package dev.pixelwatch.tools.record;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;

/** Reads the blocks of an Avro file in any order, or only how they begin. Used by one thread. */
final class BlockReader implements AutoCloseable {
  private static final int BLOCKS_IN_MEMORY = 8;

  /** Blocks up to this size are kept for the next record; a frame is alone in its block. */
  private static final int LARGEST_KEPT = 1 << 20;

  /** Zstandard gives the first bytes of a block once it has read so much of it, or all. */
  private static final int ZSTANDARD_BLOCK = 1 << 17;

  private final DataFileReader<Object> avro;
  private final FileChannel channel;
  private final boolean zstandard;
  private final Map<Long, byte[]> recent =
      new LinkedHashMap<>(BLOCKS_IN_MEMORY, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
          return size() > BLOCKS_IN_MEMORY;
        }
      };

  BlockReader(Path file) throws IOException {
    // Of what it opens itself Avro closes what it cannot read.
    avro = new DataFileReader<>(file.toFile(), new GenericDatumReader<>());
    try {
      channel = FileChannel.open(file);
    } catch (IOException e) {
      avro.close();
      throw e;
    }
    zstandard =
        DataFileConstants.ZSTANDARD_CODEC.equals(avro.getMetaString(DataFileConstants.CODEC));
  }

  /** What the file says of itself. */
  DataFileReader<Object> header() {
    return avro;
  }

  /** All whole blocks. */
  List<Blocks.Block> blocks(Consumer<String> flaws) throws IOException {
    return Blocks.of(channel, avro.previousSync(), flaws);
  }

  /** At least the first bytes of a block, or all if it has fewer. */
  byte[] head(Blocks.Block block, int count) throws IOException {
    if (zstandard) {
      int enough = Math.min(ZSTANDARD_BLOCK + count, block.bytes());
      byte[] compressed = Blocks.read(channel, block.data(), enough);
      try (InputStream in =
          new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(compressed))
              .setContinuous(true)) {
        return in.readNBytes(count);
      }
    }
    return data(block);
  }

  /** A whole block. */
  byte[] data(Blocks.Block block) throws IOException {
    byte[] known = recent.get(block.position());
    if (known != null) {
      return known;
    }
    avro.seek(block.position());
    ByteBuffer data = avro.nextBlock();
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    if (bytes.length <= LARGEST_KEPT) {
      recent.put(block.position(), bytes);
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    avro.close();
    channel.close();
  }
}
