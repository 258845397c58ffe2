package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {
  private static final String TOKEN = "a token of some length";

  private final Site site = Site.open(TOKEN);

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/streams", "/api/v1/events", "/metrics", "/api/v1/openapi.json", "/none"})
  void withoutTheTokenNothingIsSaid(String path) throws Exception {
    assertThat(site.get(path).statusCode()).isEqualTo(401);
    assertThat(site.get(path, "Authorization", "Bearer another token").statusCode()).isEqualTo(401);
    assertThat(site.get(path, "Cookie", "pixelwatch_session=" + TOKEN).statusCode()).isEqualTo(401);
  }

  @Test
  void withTheTokenAsABearerAProgramIsAnswered() throws Exception {
    assertThat(site.get("/metrics", "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBrowserIsSentToTheLoginAndGetsACookieThatScriptsCannotRead() throws Exception {
    assertThat(site.get("/").headers().firstValue("location")).contains("/login");
    assertThat(site.get("/login").statusCode()).isEqualTo(200);

    HttpResponse<String> login = site.post("/login", "token=" + TOKEN.replace(' ', '+'));

    String cookie = login.headers().firstValue("set-cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Strict");
    assertThat(cookie).doesNotContain(TOKEN);
    String session = cookie.substring(0, cookie.indexOf(';'));
    assertThat(site.get("/", "Cookie", session).statusCode()).isEqualTo(200);
    assertThat(site.get("/api/v1/streams", "Cookie", session).statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongTokenInTheFormGivesTheFormAgainAndNoCookie() throws Exception {
    HttpResponse<String> login = site.post("/login", "token=wrong");

    assertThat(login.headers().firstValue("location").orElseThrow()).endsWith("/login#wrong");
    assertThat(login.headers().firstValue("set-cookie")).isEmpty();
  }

  @Test
  void healthIsAnsweredToAllButTheReasonOnlyToThoseWhoMayAsk() throws Exception {
    assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(site.json("/health/ready").has("reason")).isFalse();
  }

  @Test
  void withoutATokenAnotherHostNameIsRefusedSoThatNoForeignPageCanReadThis() throws Exception {
    try (Site open = Site.open()) {
      assertThat(statusFor(open, "evil.example")).contains(" 403 ");
      assertThat(statusFor(open, "localhost:" + open.server().port())).contains(" 200 ");
      assertThat(statusFor(open, "[::1]:" + open.server().port())).contains(" 200 ");
    }
  }

  @Test
  void anotherAddressThanLoopbackNeedsAToken() {
    assertThatThrownBy(() -> new LiveServerConfig("0.0.0.0", 0, false, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("0.0.0.0");
    assertThatThrownBy(() -> new LiveServerConfig("0.0.0.0", 0, false, Optional.of("short")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("16");
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    assertThatThrownBy(() -> LiveServerConfig.loopback(65536)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> LiveServerConfig.loopback(-1)).isInstanceOf(UserError.class);
  }

  /** The status line of an answer; the client of the JDK does not let us choose the host. */
  private static String statusFor(Site site, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", site.server().port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET /api/v1/about HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      out.flush();
      return new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("");
    }
  }
}
