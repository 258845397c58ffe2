package dev.pixelwatch.tools.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system's Prometheus, which scrapes one monitor every second and evaluates our rules. */
final class PrometheusServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  private PrometheusServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @param folder for its configuration, data and log
   * @param monitor host and port
   */
  static PrometheusServer start(Path folder, String monitor) throws IOException {
    int port = freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ['%s']
            scrape_configs:
              - job_name: pixelwatch
                static_configs: [{targets: ['%s']}]
            """
                .formatted(GrafanaFiles.RULES, monitor));
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    PrometheusServer server = new PrometheusServer(process, "http://127.0.0.1:" + port);
    await().atMost(PATIENCE).ignoreExceptions().until(() -> server.status("/-/ready") == 200);
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /** The series of an expression as they are now. */
  JsonNode now(String expression) {
    return result("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8));
  }

  /** The series of an expression over the last while, a value a second. */
  JsonNode last(Duration range, String expression) {
    long end = Instant.now().getEpochSecond();
    return result(
        "/api/v1/query_range?step=1&start=%d&end=%d&query=%s"
            .formatted(end - range.toSeconds(), end, URLEncoder.encode(expression, UTF_8)));
  }

  private JsonNode result(String path) {
    return data(path).get("result");
  }

  /** The data of an answer of the API. */
  JsonNode data(String path) {
    JsonNode answer = JSON.readTree(body(path));
    assertThat(answer.path("status").asString()).as("%s: %s", path, answer).isEqualTo("success");
    return answer.get("data");
  }

  private int status(String path) throws IOException, InterruptedException {
    return ask(path).statusCode();
  }

  private String body(String path) {
    try {
      return ask(path).body();
    } catch (IOException e) {
      throw new AssertionError("Prometheus does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Runs {@code promtool} in the folder of the rules and returns what it prints. */
  static String promtool(List<String> arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("promtool"), arguments.stream())
                    .toList())
            .directory(GrafanaFiles.FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("promtool %s: %s", arguments, output).isZero();
    return output;
  }
}
