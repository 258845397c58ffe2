package dev.pixelwatch.monitor.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.schemas.StreamState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class LiveServerTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href|from )=?[\"'](/assets/[^\"']+|\\./[^\"']+)[\"']");

  private final Site site = Site.open();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void everythingThatThePageAsksForIsServedFromHere() throws Exception {
    String page = text("/");
    assertThat(page).doesNotContain("http://").doesNotContain("https://");
    assertReferencesAreServed(page);
    for (String script : references(page).filter(name -> name.endsWith(".js")).toList()) {
      assertReferencesAreServed(text(script));
    }
  }

  private void assertReferencesAreServed(String text) throws Exception {
    for (String reference : references(text).toList()) {
      assertThat(site.get(reference).statusCode()).as(reference).isEqualTo(200);
    }
  }

  private static java.util.stream.Stream<String> references(String text) {
    return REFERENCE
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1).replace("./", "/assets/"));
  }

  @Test
  void nothingButOurOwnFilesMayRunAndNothingIsKeptByTheBrowser() throws Exception {
    HttpResponse<byte[]> page = site.get("/");

    assertThat(header(page, "content-security-policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(page, "cache-control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../openapi.json",
        "/assets/%2e%2e/openapi.json",
        "/assets/..%2fopenapi.json",
        "/assets/Access.class",
        "/etc/passwd",
        "/assets//etc/passwd"
      })
  void noPathOfARequestReachesAFile(String path) throws Exception {
    assertThat(site.get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void aStreamIsToldWithItsScoreInWordsAndWhatBecameOfItsFrames() throws Exception {
    site.fill("camera", 100);
    site.history().add(Records.stated("camera", StreamState.LIVE));

    JsonNode stream = site.json("/api/v1/streams").get("streams").get(0);

    assertThat(stream.get("stream").asString()).isEqualTo("camera");
    assertThat(stream.get("state").asString()).isEqualTo("live");
    assertThat(stream.get("alignment_confidence").asDouble()).isEqualTo(0.75);
    assertThat(stream.get("frames").get("scored").asInt()).isEqualTo(100);
    assertThat(stream.get("last").get("words").asString()).isEqualTo("severely worse");
    assertThat(stream.get("last").get("intensities").get("blur").asDouble()).isEqualTo(0.4);
    assertThat(stream.get("kept").get("pictures").asBoolean()).isTrue();
  }

  @Test
  void scoresComeInColumnsFromASequenceNumberOn() throws Exception {
    site.fill("camera", 100);

    JsonNode scores = site.json("/api/v1/scores?stream=camera&since=90&limit=5");

    assertThat(scores.get("from").asInt()).isEqualTo(90);
    assertThat(scores.get("next").asInt()).isEqualTo(95);
    assertThat(scores.get("frames")).hasSize(5);
    assertThat(scores.get("intensities").get("blur").get(0).asDouble()).isEqualTo(0.4);
    assertThat(scores.get("behind").asBoolean()).isFalse();
  }

  @Test
  void picturesAndMapsOfAKeptFrameCanBeLookedAt() throws Exception {
    site.fill("camera", 80);
    JsonNode frame = site.json("/api/v1/frames?stream=camera").get("frames").get(3);
    String path = "/api/v1/frames/" + frame.get("frame").asLong();

    byte[] picture = site.get(path + "/picture.jpg?stream=camera&side=processed").body();
    byte[] map = site.get(path + "/map.png?stream=camera&type=blur").body();
    JsonNode values = site.json(path + "/map.json?stream=camera");

    assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(320);
    assertThat(ImageIO.read(new ByteArrayInputStream(map)).getWidth()).isEqualTo(20);
    assertThat(values.get("rows").asInt()).isEqualTo(12);
    assertThat(values.get("intensities").get("blur").get(11).get(19).asDouble())
        .isBetween(0.49, 0.51);
    assertThat(values.get("intensities").get("noise").get(0).get(0).asDouble()).isZero();
  }

  @Test
  void alertsAreGivenAsTheyWereSent() throws Exception {
    site.history()
        .add(new dev.pixelwatch.monitor.Result.Alerted(Records.alert("a", "camera", 3, null)));
    site.history()
        .add(new dev.pixelwatch.monitor.Result.Alerted(Records.alert("b", "other", 3, 9L)));

    JsonNode alerts = site.json("/api/v1/alerts?stream=other").get("alerts");

    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).get("closed_frame").asInt()).isEqualTo(9);
    assertThat(site.json("/api/v1/alerts").get("alerts")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/scores",
        "/api/v1/scores?stream=camera&since=x",
        "/api/v1/scores?stream=camera&since=-1",
        "/api/v1/scores?stream=camera&limit=0",
        "/api/v1/frames/first/map.json?stream=camera",
        "/api/v1/frames/0/map.png?stream=camera&type=rust",
        "/api/v1/frames/0/picture.jpg?stream=camera&side=up"
      })
  void aWrongParameterIsAnsweredWithWhatIsWrongAndWhatToDo(String path) throws Exception {
    site.fill("camera", 10);

    HttpResponse<byte[]> answer = site.get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), UTF_8)).contains("\"error\":\"", "\"hint\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/scores?stream=nobody",
        "/api/v1/frames/12345/map.json?stream=camera",
        "/api/v1/nothing",
        "/assets/nothing.js"
      })
  void whatIsNotThereIsAnsweredWith404InJson(String path) throws Exception {
    site.fill("camera", 10);

    HttpResponse<byte[]> answer = site.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), UTF_8)).contains("\"error\":\"");
  }

  @Test
  void aStreamMayHaveAnyName() throws Exception {
    String name = "../<b>\u00e4 &?#";
    site.fill(name, 10);

    String query = java.net.URLEncoder.encode(name, UTF_8);

    assertThat(site.json("/api/v1/scores?stream=" + query).get("frames")).hasSize(10);
  }

  @Test
  void beforeAnythingIsFollowedTheProcessLivesAndIsNotReady() throws Exception {
    assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(site.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(site.json("/health/ready").get("reason").asString()).contains("starting");
  }

  @Test
  void aPortInUseIsRefusedWithAHintUnlessTheNextOneWillDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> LiveServer.start(LiveServerConfig.loopback(port)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(String.valueOf(port));
      LiveServerConfig orNext =
          new LiveServerConfig(LiveServerConfig.LOOPBACK, port, true, Optional.empty());
      try (LiveServer next = LiveServer.start(orNext)) {
        assertThat(next.port()).isGreaterThan(port);
      }
    }
  }

  @Test
  void anAddressOfAnotherMachineIsRefusedAtOnceWithItsCause() {
    LiveServerConfig elsewhere =
        new LiveServerConfig("192.0.2.1", 8080, true, Optional.of("a token that is long enough"));

    assertThatThrownBy(() -> LiveServer.start(elsewhere))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.hint()).contains("--http-address"))
        .hasMessageStartingWith("cannot listen on port 8080 of 192.0.2.1: ");
  }

  private String text(String path) throws Exception {
    return new String(site.get(path).body(), UTF_8);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
