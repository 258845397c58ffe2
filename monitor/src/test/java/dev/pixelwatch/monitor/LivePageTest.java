package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.AlertJson;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.monitor.http.LiveServerConfig;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.schemas.StreamStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page's server on a real broker, beside a monitor that scores. */
@ExtendWith(Rig.Extension.class)
final class LivePageTest {
  private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (pixelwatch_\\S+) ");
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(pixelwatch_[a-z_]+)`");

  @Test
  void whatIsPublishedIsSeenWithItsPicturesAndStaysAfterTheRun(Rig rig) throws Exception {
    try (LiveServer page = LiveServer.start(LiveServerConfig.loopback(0))) {
      run(rig.config().build(), page, 20);

      assertThat(get(page, "api/v1/streams"))
          .contains("\"stream\":\"camera\"", "\"scored\":20", "\"phase\":\"ended\"");
      await()
          .untilAsserted(
              () ->
                  assertThat(get(page, "api/v1/frames?stream=camera"))
                      .contains("\"frame\":19", "\"pictures\":true"));
    }
  }

  @Test
  void theServerIsReadyWhileTheMonitorRunsAndNotBeforeOrAfter(Rig rig) throws Exception {
    MonitorConfig config = rig.config().build();
    try (LiveServer page = LiveServer.start(LiveServerConfig.loopback(0))) {
      assertThat(get(page, "health/ready")).contains("\"ready\":false");
      try (Monitor monitor = Rig.start(config, page.registry());
          LiveServer.Following following = page.follow(config, monitor::check)) {
        assertThat(get(page, "health/ready")).isEqualTo("{\"ready\":true}");
      }
      assertThat(get(page, "health/ready")).contains("\"ready\":false");
    }
  }

  @Test
  void everyMetricIsDocumentedAndEveryDocumentedOneIsThere(Rig rig) throws Exception {
    MonitorConfig config = rig.config().build();
    try (LiveServer page = LiveServer.start(LiveServerConfig.loopback(0))) {
      run(config, page, 3);
      try (LiveServer.Following following = page.follow(config, () -> {})) {
        tellState(config);
        tellAlert(config, null);
        await().until(() -> get(page, "api/v1/alerts").contains("\"frozen\""));
        await().until(() -> get(page, "api/v1/streams").contains("\"unaligned\""));
      }

      assertThat(measured(page)).isEqualTo(documented());
    }
  }

  private static void run(MonitorConfig config, LiveServer page, int frames) {
    try (FramePublisher publisher = new FramePublisher(config);
        Monitor monitor =
            new Monitor(config, new LumaDifferenceNetwork(), page.registry(), page.pictures());
        LiveServer.Following following = page.follow(config, monitor::check)) {
      monitor.start();
      Rig.publishPairs(publisher, 0, frames);
      await().until(() -> get(page, "api/v1/streams").contains("\"scored\":" + frames));
    }
  }

  @Test
  void anAlertIsToldAsOpenAfterARestartAndIsNotCountedAgain(Rig rig) throws Exception {
    MonitorConfig config = rig.config().build();
    Topics.ensure(config);
    tellAlert(config, null);
    try (LiveServer page = LiveServer.start(LiveServerConfig.loopback(0));
        LiveServer.Following following = page.follow(config, () -> {})) {
      tellState(config);
      await().until(() -> get(page, "metrics").matches("(?s).*pixelwatch_alerts_open\\S+ 1.0.*"));

      tellAlert(config, 200_000L);
      await().until(() -> get(page, "metrics").matches("(?s).*pixelwatch_alerts_open\\S+ 0.0.*"));

      assertThat(get(page, "metrics")).doesNotContain("pixelwatch_alerts_total{");
    }
  }

  private static void tellState(MonitorConfig config) {
    StreamStatus status =
        new StreamStatus(
            "camera", "isp", "7", 1L, StreamState.UNALIGNED, "", 3L, 3L, 0L, 1, 0.2, null, null);
    send(config, new Topics(config.topicPrefix()).status(), Records.STATUS.encode(status));
  }

  private static void tellAlert(MonitorConfig config, Long closedTimeUs) {
    Alert alert =
        new Alert(
            "a",
            "camera",
            "isp",
            "7",
            "frozen",
            null,
            null,
            1,
            40_000,
            null,
            closedTimeUs,
            null,
            null,
            null,
            List.of(),
            "The processed side repeats one picture.");
    send(config, new Topics(config.topicPrefix()).alerts(), AlertJson.encode(alert));
  }

  private static void send(MonitorConfig config, String topic, byte[] value) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", config.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, null, value));
      producer.flush();
    }
  }

  /** Names as a query uses them: a histogram or summary without its suffixes. */
  private static Set<String> measured(LiveServer page) throws Exception {
    return FAMILY
        .matcher(get(page, "metrics"))
        .results()
        .map(match -> match.group(1).replaceAll("_seconds_max$", "_seconds"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> documented() throws Exception {
    String text = Files.readString(Path.of("..", "docs", "metrics.md"));
    return DOCUMENTED
        .matcher(text.substring(0, text.indexOf("## Only in")))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String get(LiveServer page, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(page.url() + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
