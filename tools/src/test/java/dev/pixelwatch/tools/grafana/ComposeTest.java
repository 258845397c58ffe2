package dev.pixelwatch.tools.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pixelwatch.tools.SystemProgram;
import dev.pixelwatch.tools.attach.RigFile;
import dev.pixelwatch.tools.attach.StreamSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files that put the system together, each judged by the program that reads it. */
final class ComposeTest {
  private static final Path ROOT = GrafanaFiles.FOLDER.getParent();
  private static final String ONE = "docker-compose.yml";
  private static final String THREE = "docker-compose.three.yml";

  /** Runs {@code docker-compose config}, which checks the files against the schema. */
  private static Map<String, Object> services(String... files) throws Exception {
    List<String> command = new ArrayList<>(List.of("docker-compose", "--profile", "demo"));
    for (String file : files) {
      command.addAll(List.of("-f", file));
    }
    command.add("config");
    Process process = new ProcessBuilder(command).directory(ROOT.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    String complaints = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(complaints).isZero();
    Object file = new Load(LoadSettings.builder().build()).loadFromString(output);
    return GrafanaFiles.map(GrafanaFiles.map(file).get("services"));
  }

  @Test
  @SystemProgram("docker-compose")
  void theFileKeepsToTheSchemaOfComposeAndNamesWhatIsNeeded() throws Exception {
    assertThat(services(ONE))
        .containsOnlyKeys("kafka", "monitor", "rig", "prometheus", "loki", "alloy", "grafana");
  }

  @Test
  @SystemProgram("docker-compose")
  void withThreeBrokersEveryoneKnowsAllOfThemAndNothingElseChanges() throws Exception {
    Map<String, Object> one = services(ONE);
    Map<String, Object> three = services(ONE, THREE);
    String brokers = "kafka:9092,kafka-2:9092,kafka-3:9092";

    for (String name : List.of("monitor", "rig", "alloy")) {
      assertThat(three.get(name).toString())
          .isEqualTo(one.get(name).toString().replace("kafka:9092", brokers))
          .contains(brokers);
    }
  }

  @Test
  @SystemProgram("docker-compose")
  void everyServiceComesBackByItself() throws Exception {
    assertThat(services(ONE, THREE))
        .allSatisfy(
            (name, service) ->
                assertThat(GrafanaFiles.map(service)).containsEntry("restart", "unless-stopped"));
  }

  @Test
  void everyImageIsPinnedAndEveryPortIsOfThisMachineOnly() {
    Map<String, Object> services =
        GrafanaFiles.map(GrafanaFiles.yaml(ROOT.resolve(ONE)).get("services"));

    assertThat(services)
        .allSatisfy(
            (name, service) -> {
              Map<String, Object> settings = GrafanaFiles.map(service);
              assertThat(settings.get("image").toString()).matches(".+:v?\\d+\\.\\d+\\.\\d+");
              assertThat((List<?>) settings.getOrDefault("ports", List.of()))
                  .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
            });
  }

  @Test
  void everyFileThatIsMountedIsThere() {
    Matcher mounts =
        Pattern.compile("(\\./dashboards[^:\"]*):/").matcher(GrafanaFiles.text(ROOT.resolve(ONE)));

    assertThat(mounts.results().map(mount -> ROOT.resolve(mount.group(1))))
        .hasSizeGreaterThan(4)
        .allSatisfy(file -> assertThat(file).exists());
  }

  @Test
  @SystemProgram("docker-compose")
  void kafkaItselfAcceptsTheSettingsOfEveryBroker() throws Exception {
    assertThat(broker(services(ONE), "kafka").nodeId()).isEqualTo(1);
    Map<String, Object> three = services(ONE, THREE);
    for (String name : List.of("kafka", "kafka-2", "kafka-3")) {
      KafkaConfig broker = broker(three, name);
      assertThat(broker.quorumConfig().voters()).hasSize(3);
      assertThat(broker.messageMaxBytes()).isEqualTo(32 << 20);
    }
  }

  /** The image turns a variable such as KAFKA_NODE_ID into the setting node.id. */
  private static KafkaConfig broker(Map<String, Object> services, String name) {
    Properties settings = new Properties();
    GrafanaFiles.map(GrafanaFiles.map(services.get(name)).get("environment"))
        .forEach(
            (variable, value) -> {
              if (variable.startsWith("KAFKA_")) {
                settings.put(
                    variable
                        .substring("KAFKA_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.'),
                    value.toString());
              }
            });
    return new KafkaConfig(settings);
  }

  @Test
  void theDemoRigCanBeRead() {
    assertThat(RigFile.read(GrafanaFiles.FOLDER.resolve("demo-rig.yaml")))
        .extracting(StreamSpec::stream)
        .containsExactly("front", "rear");
  }

  @Test
  @SystemProgram("promtool")
  void promtoolAcceptsTheConfigurationOfPrometheus() throws Exception {
    assertThat(
            PrometheusServer.promtool(
                List.of("check", "config", "--syntax-only", "prometheus.yml")))
        .contains("SUCCESS");
  }

  @Test
  void theDataSourcesOfTheRulesAreProvisioned() {
    String sources = GrafanaFiles.text(GrafanaFiles.FOLDER.resolve("provisioning/datasources.yml"));
    Matcher used =
        Pattern.compile("datasourceUid: (\\w+)")
            .matcher(GrafanaFiles.text(GrafanaFiles.FOLDER.resolve("grafana-rules.yml")));

    assertThat(used.results().map(use -> use.group(1)).distinct())
        .containsExactlyInAnyOrder("prometheus", "__expr__");
    assertThat(sources).contains("uid: prometheus", "uid: loki");
  }

  @ParameterizedTest
  @CsvSource({"200, true", "503, false"})
  void theHealthCheckOfTheImageTellsReadyFromNot(int status, boolean healthy) throws Exception {
    HttpServer monitor =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    monitor.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    monitor.start();
    try {
      assertThat(healthCheck(monitor.getAddress().getPort()) == 0).isEqualTo(healthy);
    } finally {
      monitor.stop(0);
    }
  }

  private static int healthCheck(int port) throws IOException, InterruptedException {
    Matcher script =
        Pattern.compile("CMD \\[\"bash\", \"-c\", \"(.*)\"]")
            .matcher(GrafanaFiles.text(ROOT.resolve("Dockerfile")));
    assertThat(script.find()).isTrue();
    String command = script.group(1).replace("\\\\", "\\").replace("8080", Integer.toString(port));
    return new ProcessBuilder("bash", "-c", command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
