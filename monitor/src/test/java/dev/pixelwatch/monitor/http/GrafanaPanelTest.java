package dev.pixelwatch.monitor.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.pixelwatch.schemas.StreamState;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTML of the dashboard's picture panel in a real browser, on a page of another origin, as
 * Grafana's is.
 */
@ExtendWith(Chromium.Installed.class)
final class GrafanaPanelTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOKEN = "a token of some length";
  private static final int WIDTH_OF_WORDS = 640;

  // Chromium may still write while the folder is removed.
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path profile;

  private static Chromium browser;

  private HttpServer grafana;
  private volatile String html = "";

  @BeforeAll
  static void start() throws Exception {
    browser = Chromium.start(profile);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void serveThePanel() throws IOException {
    grafana = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    grafana.createContext(
        "/",
        exchange -> {
          byte[] page = ("<!doctype html><body>" + html).getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(page);
          }
        });
    grafana.start();
  }

  @AfterEach
  void close() {
    grafana.stop(0);
    browser.evaluate("location.replace('about:blank')");
  }

  @Test
  void theLivePictureIsShown() throws Exception {
    try (Site site = Site.open()) {
      site.fill("left camera", 81);
      site.history().add(Records.stated("left camera", StreamState.LIVE));

      show(site.server().url(), "left camera");

      awaitWidth(Records.WIDTH);
      Files.write(Path.of("target", "grafana-panel.png"), browser.screenshot());
    }
  }

  @Test
  void aStreamThatHasEndedLooksOtherwise() throws Exception {
    try (Site site = Site.open()) {
      site.fill("camera", 81);
      site.history().add(Records.stated("camera", StreamState.LIVE));
      show(site.server().url(), "camera");
      awaitWidth(Records.WIDTH);
      byte[] live = browser.screenshot();

      site.history().add(Records.stated("camera", StreamState.ENDED));
      show(site.server().url(), "camera");
      awaitWidth(Records.WIDTH);

      byte[] ended = browser.screenshot();
      Files.write(Path.of("target", "grafana-panel-ended.png"), ended);
      assertThat(ended).isNotEqualTo(live);
    }
  }

  @Test
  void behindATokenItAsksForALoginAndShowsThePictureAfterOne() throws Exception {
    try (Site site = Site.open(TOKEN)) {
      site.fill("camera", 81);
      show(site.server().url(), "camera");
      awaitWidth(WIDTH_OF_WORDS);
      Files.write(Path.of("target", "grafana-panel-login.png"), browser.screenshot());

      open(site.at("/login"));
      await().atMost(PATIENCE).until(() -> browser.text("form").contains("oken"));
      browser.evaluate(
          "fetch('/login', {method: 'POST', body: new URLSearchParams({token: '"
              + TOKEN
              + "'})})"
              + ".then(answer => answer.status)");
      show(site.server().url(), "camera");

      awaitWidth(Records.WIDTH);
    }
  }

  @Test
  void beforeTheFirstFrameThereAreWords() throws Exception {
    try (Site site = Site.open()) {
      show(site.server().url(), "camera");

      awaitWidth(WIDTH_OF_WORDS);
    }
  }

  @Test
  void whereNoMonitorAnswersTheTextInPlaceOfThePictureSaysSo() throws Exception {
    show("http://127.0.0.1:9/", "camera");

    await()
        .atMost(PATIENCE)
        .until(() -> browser.evaluate("document.querySelector('img')?.complete").asBoolean());
    assertThat(width()).isZero();
    assertThat(browser.evaluate("document.querySelector('img').alt").asString())
        .contains("nothing answers at http://127.0.0.1:9", "Set the variable Monitor");
  }

  /** Opens a page with the panel, its variables filled in as Grafana does. */
  private void show(String monitor, String stream) throws IOException {
    html =
        panel()
            .replace("${monitor}", monitor.substring(0, monitor.length() - 1))
            .replace("${stream:percentencode}", stream.replace(" ", "%20"))
            .replace("${type:percentencode}", "strongest")
            .replace("${__to}", Long.toString(System.nanoTime()));
    assertThat(html).doesNotContain("$");
    open(
        URI.create("http://127.0.0.1:" + grafana.getAddress().getPort() + "/" + System.nanoTime()));
  }

  private static void open(URI page) {
    browser.open(page, 640, 480, "dark");
  }

  private static String panel() throws IOException {
    JsonNode dashboard =
        JsonMapper.shared().readTree(Files.readString(Path.of("..", "dashboards", "stream.json")));
    return dashboard
        .get("panels")
        .valueStream()
        .filter(panel -> panel.get("type").asString().equals("text"))
        .map(panel -> panel.at("/options/content").asString())
        .findFirst()
        .orElseThrow();
  }

  private static void awaitWidth(int width) {
    await().atMost(PATIENCE).until(() -> width() == width);
  }

  /** Of the picture as it is loaded; 0 where there is none. */
  private static int width() {
    return browser.evaluate("document.querySelector('img')?.naturalWidth ?? 0").asInt();
  }
}
