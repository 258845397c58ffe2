package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.metadata.storage.Formatter;

/** The data directory of an embedded broker: checked, locked, and formatted on first use. */
final class BrokerDirectory implements AutoCloseable {
  private static final String MARKER = "pixelwatch-broker.properties";
  private static final String ENDED = "pixelwatch-broker.ended";
  private static final String LOCK = "pixelwatch-broker.lock";

  private final Path directory;
  private final FileChannel lockFile;

  private BrokerDirectory(Path directory, FileChannel lockFile) {
    this.directory = directory;
    this.lockFile = lockFile;
  }

  static BrokerDirectory open(Path directory) {
    try {
      Files.createDirectories(directory);
      if (!Files.exists(directory.resolve(MARKER))) {
        refuseForeignContent(directory);
      }
      BrokerDirectory opened = new BrokerDirectory(directory, lock(directory));
      try {
        opened.formatIfNew();
        return opened;
      } catch (IOException | RuntimeException e) {
        opened.close();
        throw e;
      }
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  private static UserError notWritable(Path directory, IOException e) {
    return new UserError(
        "the data directory " + directory + " cannot be written: " + e,
        "Choose a directory that you may write and that has space left.",
        e);
  }

  private static void refuseForeignContent(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      Path unfinished = WholeFile.unfinished(directory.resolve(MARKER));
      if (entries.anyMatch(entry -> !entry.endsWith(LOCK) && !entry.equals(unfinished))) {
        throw new UserError(
            "the data directory " + directory + " holds files that no Pixelwatch broker wrote",
            "Choose an empty directory, or one that Pixelwatch has used before.");
      }
    }
  }

  private static FileChannel lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another broker of this JVM has it: told below like any other.
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw new UserError(
          "the data directory " + directory + " is in use by another broker",
          "Stop the other one, or choose another directory.");
    }
    return channel;
  }

  private void formatIfNew() throws IOException {
    Path marker = directory.resolve(MARKER);
    String ours = AppInfoParser.getVersion();
    if (!Files.exists(marker)) {
      writeMarker(marker, ours);
    } else if (!version(marker).equals(ours)) {
      refuseNewerVersion(version(marker), ours);
      writeMarker(marker, ours);
    }
    if (!Files.exists(logDirectory().resolve("meta.properties"))) {
      format();
    }
  }

  private static String version(Path marker) throws IOException {
    Properties written = new Properties();
    try (InputStream in = Files.newInputStream(marker)) {
      written.load(in);
    }
    return written.getProperty("kafka", "unknown");
  }

  private void refuseNewerVersion(String theirs, String ours) {
    if (!theirs.matches("\\d+(\\.\\d+)*") || Arrays.compare(numbers(theirs), numbers(ours)) > 0) {
      throw new UserError(
          "the data directory %s was written by Kafka %s, and this is Kafka %s"
              .formatted(directory, theirs, ours),
          "Use the newer version of Pixelwatch again, or choose an empty directory.");
    }
  }

  private static int[] numbers(String version) {
    return Stream.of(version.split("\\.")).limit(2).mapToInt(Integer::parseInt).toArray();
  }

  private static void writeMarker(Path marker, String version) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("kafka", version);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    properties.store(content, "Data of an embedded Pixelwatch broker");
    WholeFile.write(marker, content.toByteArray());
  }

  private void format() throws IOException {
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .setControllerListenerName("CONTROLLER")
          .setHasDynamicQuorum(false)
          .addDirectory(logDirectory().toString())
          .setMetadataLogDirectory(logDirectory().toString())
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false))
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  Path logDirectory() {
    return directory.resolve("log");
  }

  /**
   * Whether a broker ran on it and did not end as it should, or may have: directories of older
   * versions do not say.
   */
  boolean wasKilled() {
    return Files.exists(logDirectory().resolve(KafkaRaftServer.MetadataTopic() + "-0"))
        && !Files.exists(directory.resolve(ENDED));
  }

  /** A broker is going to run on it. */
  void begin() {
    try {
      Files.deleteIfExists(directory.resolve(ENDED));
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  /** The broker has shut down: all is on the disk and its registration is over. */
  void end() {
    try {
      Files.write(directory.resolve(ENDED), new byte[0]);
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  /** Lets others use the directory. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UserError(
          "the lock on " + directory + " cannot be given back: " + e, "Check the disk.", e);
    }
  }
}
