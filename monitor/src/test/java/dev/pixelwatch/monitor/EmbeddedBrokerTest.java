package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerTest {
  @TempDir private Path directory;

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedBroker.start(directory, other.getLocalPort()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("port " + other.getLocalPort());
    }
  }

  @Test
  void aDirectoryWithFilesOfOthersIsRefusedAndLeftAlone() throws IOException {
    Path file = Files.writeString(directory.resolve("holiday.txt"), "sun");

    assertThatThrownBy(() -> EmbeddedBroker.start(directory))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("no Pixelwatch broker wrote");
    assertThat(directory).isDirectoryContaining(file::equals);
    assertThat(file).hasContent("sun");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> EmbeddedBroker.start(file.resolve("data")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file.resolve("data").toString())
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aDirectoryOfANewerVersionIsRefusedWithBothVersionsNamed() throws IOException {
    Files.writeString(directory.resolve("pixelwatch-broker.properties"), "kafka=99.0.0\n");

    assertThatThrownBy(() -> EmbeddedBroker.start(directory))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("99.0.0")
        .hasMessageContaining("4.3");
  }

  @Test
  void aDirectoryWhoseMarkerIsDamagedIsRefused() throws IOException {
    Files.writeString(directory.resolve("pixelwatch-broker.properties"), "kafka=\u0000\n");

    assertThatThrownBy(() -> EmbeddedBroker.start(directory)).isInstanceOf(UserError.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void aPortThatThereIsNotIsNamed(int port) {
    assertThatThrownBy(() -> EmbeddedBroker.start(directory, port))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("port " + port);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aDirectoryKeepsItsIdentityWhenItIsOpenedAgain() throws IOException {
    BrokerDirectory.open(directory).close();
    String first = clusterId();
    BrokerDirectory.open(directory).close();

    assertThat(clusterId()).isEqualTo(first).isNotBlank();
  }

  @Test
  void aDirectoryWhoseFirstUseWasCutShortIsFormatted() throws IOException {
    BrokerDirectory.open(directory).close();
    Files.delete(directory.resolve("log/meta.properties"));

    BrokerDirectory.open(directory).close();

    assertThat(clusterId()).isNotBlank();
  }

  @Test
  void aDirectoryOfAnOlderVersionIsTakenOver() throws IOException {
    Path marker = directory.resolve("pixelwatch-broker.properties");
    Files.writeString(marker, "kafka=3.9.1\n");

    BrokerDirectory.open(directory).close();

    assertThat(Files.readString(marker)).contains("kafka=4.").doesNotContain("3.9.1");
  }

  @Test
  void aMarkerThatSaysTheSameIsNotWrittenAgain() throws IOException {
    BrokerDirectory.open(directory).close();
    Path marker = directory.resolve("pixelwatch-broker.properties");
    FileTime longAgo = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(marker, longAgo);

    BrokerDirectory.open(directory).close();

    assertThat(Files.getLastModifiedTime(marker)).isEqualTo(longAgo);
  }

  @Test
  void aDirectoryWhoseFirstMarkerWasCutShortIsFormatted() throws IOException {
    Files.writeString(directory.resolve("pixelwatch-broker.properties.part"), "kaf");

    BrokerDirectory.open(directory).close();

    assertThat(clusterId()).isNotBlank();
    assertThat(directory.resolve("pixelwatch-broker.properties.part")).doesNotExist();
  }

  @Test
  void aDirectoryThatWasRefusedIsNotKeptLocked() throws IOException {
    Path marker = directory.resolve("pixelwatch-broker.properties");
    Files.writeString(marker, "kafka=99.0.0\n");
    assertThatThrownBy(() -> BrokerDirectory.open(directory)).isInstanceOf(UserError.class);
    Files.delete(marker);

    BrokerDirectory.open(directory).close();

    assertThat(marker).exists();
  }

  private String clusterId() throws IOException {
    Properties meta = new Properties();
    try (InputStream in = Files.newInputStream(directory.resolve("log/meta.properties"))) {
      meta.load(in);
    }
    return meta.getProperty("cluster.id");
  }

  @Test
  void aDirectoryInUseIsRefused() {
    BrokerDirectory first = BrokerDirectory.open(directory);
    try {
      assertThatThrownBy(() -> EmbeddedBroker.start(directory))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("in use");
    } finally {
      first.close();
    }
  }

  @Test
  void aBrokerThatStoppedByItselfSaysWhy() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      broker.check();

      // What Kafka calls when it cannot go on.
      assertThatThrownBy(() -> Exit.halt(1, "no room")).isInstanceOf(IllegalStateException.class);

      assertThatThrownBy(broker::check)
          .isInstanceOf(UserError.class)
          .hasMessage("the embedded broker has stopped: no room");
    }
  }

  @Test
  void aDirectoryWhoseMetadataAreDamagedIsRefused() throws IOException {
    BrokerDirectory.open(directory).close();
    Files.writeString(directory.resolve("log/meta.properties"), "version=7\n");

    assertThatThrownBy(() -> EmbeddedBroker.start(directory))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(directory.toString());
  }
}
