package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What attach, monitor and broker cannot do, in two lines. */
final class AttachRefusalTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "attach | it is not clear what to attach to",
        "attach --reference a.mp4 | it is not clear what to attach to",
        "attach --source a.mp4 --processed b.mp4 | it is not clear what to attach to",
        "attach --source a --through filter:null --reference b | it is not clear",
        "attach --source a.mp4 --through nothing | 'nothing' is no stage",
        "attach --source a --through filter:null --align auto | always paired by number",
        "attach --source a --through filter:null --size big | 'big' is not a frame size",
        "attach --source a --through filter:null --fps 0 | '0' is not a frame rate",
        "attach --source a --through filter:null --duration -1 | --duration is -1.0",
        "attach --source a --through filter:null --latency 5 | latency-bound is 5",
        "attach --source a --through filter:null --topic-prefix a/b | the topic prefix 'a/b'",
        "attach --source a --through filter:null --stream= | a stream has no name",
        "attach --reference a --processed b --tolerance -5 | the tolerance is -5 ms",
        "attach --reference a --processed b --publish-only | --publish-only needs a cluster",
        "attach --source a --through filter:null --publish-only --bootstrap-servers h:1 --network live"
            + " | --network is for what scores",
        "attach --reference a --processed b --kafka-properties p | is for a cluster",
        "attach --config rig.yaml --source a | --config already says",
        "attach --config rig.yaml --align number | beside it stands --align",
        "monitor | a monitor needs a cluster",
        "monitor --bootstrap-servers h:1 --kafka-properties missing | in missing cannot be read",
        "broker --port 70000 | port 70000",
      })
  void aMistakeIsToldInTwoLines(String line, String words) {
    Cli.Run run = Cli.run((Object[]) line.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).startsWith("pixelwatch: ").contains(words);
  }

  @Test
  void aFileThatIsMissingIsToldBeforeABrokerIsAskedAndNotTriedAgain() {
    Path missing = folder.resolve("missing.mp4");

    Cli.Run run =
        Cli.run(
            "attach",
            "--source",
            missing,
            "--through",
            "filter:null",
            "--bootstrap-servers",
            "127.0.0.1:9");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no file " + missing).doesNotContain("trying again");
  }

  @Test
  void securityPropertiesReachTheClients() throws Exception {
    Path properties =
        Files.writeString(folder.resolve("client.properties"), "security.protocol=CARRIER_PIGEON");
    List<Object> line =
        new ArrayList<>(
            List.of("monitor", "--bootstrap-servers", "127.0.0.1:9", "--kafka-properties"));
    line.add(properties);

    Cli.Run run = Cli.run(line.toArray());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("CARRIER_PIGEON", "Kafka properties");
  }
}
