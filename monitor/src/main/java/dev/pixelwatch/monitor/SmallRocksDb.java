package dev.pixelwatch.monitor;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of all stores of this process together. They hold pointers of some hundred
 * bytes, and there are several databases for each task, each of which would take 66 MB by default.
 * Public since Kafka makes it by name.
 */
public final class SmallRocksDb implements RocksDBConfigSetter {
  private static final long TOTAL_BYTES = 16 << 20;
  private static final Cache CACHE = new LRUCache(TOTAL_BYTES);
  private static final WriteBufferManager BUFFERS = new WriteBufferManager(TOTAL_BYTES / 2, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(BUFFERS);
    options.setWriteBufferSize(1 << 20);
    options.setMaxWriteBufferNumber(2);
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the buffers are shared and live as long as the process.
  }
}
