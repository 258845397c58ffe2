package dev.pixelwatch.monitor.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.schemas.StreamState;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** The picture that dashboards show. */
final class LivePictureTest {
  private static final Pattern JPEG = Pattern.compile("data:image/jpeg;base64,([^\"]+)");

  private final Site site = Site.open();

  @AfterEach
  void close() {
    site.close();
  }

  private HttpResponse<byte[]> ask(String query) throws Exception {
    return site.get("/api/v1/live.svg?" + query);
  }

  /** What a reader reads. */
  private static String words(HttpResponse<byte[]> answer) throws Exception {
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body()));
    return svg.getDocumentElement().getTextContent();
  }

  @Test
  void thePictureItsMapItsAgeAndItsScoreInWordsAreInOneImage() throws Exception {
    site.fill("camera", 81);
    site.history().add(Records.stated("camera", StreamState.LIVE));

    HttpResponse<byte[]> answer = ask("stream=camera");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("image/svg+xml");
    assertThat(words(answer))
        .contains("camera", "frame 80", "severely worse", "blur +0.40: less sharp")
        .doesNotContain("Not live");
    Matcher jpeg = JPEG.matcher(new String(answer.body(), UTF_8));
    assertThat(jpeg.find()).isTrue();
    assertThat(
            ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(jpeg.group(1))))
                .getWidth())
        .isEqualTo(Records.WIDTH);
  }

  @Test
  void anyPageMayShowItButNothingKeepsItAndNoScriptRuns() throws Exception {
    site.fill("camera", 9);

    HttpResponse<byte[]> answer = ask("stream=camera");

    assertThat(answer.headers().firstValue("cross-origin-resource-policy"))
        .contains("cross-origin");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(answer.headers().firstValue("content-security-policy"))
        .contains("default-src 'none'; img-src data:");
    assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void aTypeCanBeChosen() throws Exception {
    site.fill("camera", 9);
    site.history()
        .add(new Result.Scored(Records.score("camera", 8, 12, DistortionType.CHROMA_NOISE, -0.5f)));

    assertThat(words(ask("stream=camera&type=chroma_noise")))
        .contains("clearly better", "chroma noise -0.50: less colour noise");
    assertThat(words(ask("stream=camera&type=warmth"))).contains("warmth +0.00");
  }

  @Test
  void theScoreIsThatOfThePictureAndNotANewerOne() throws Exception {
    site.fill("camera", 9);
    site.history()
        .add(new Result.Scored(Records.score("camera", 9, 12, DistortionType.NOISE, -0.5f)));
    site.history().add("camera", Records.kept(10, 1000));

    assertThat(words(ask("stream=camera")))
        .contains("frame 8", "severely worse", "blur +0.40: less sharp");
  }

  @Test
  void whenTheStreamHasEndedThePictureSaysSo() throws Exception {
    site.fill("camera", 81);
    site.history().add(Records.stated("camera", StreamState.ENDED));

    assertThat(words(ask("stream=camera")))
        .contains("Not live: ", "The stream has ended (a reason).", "The last: severely");
  }

  @Test
  void aPictureThatIsOldIsNotCalledLive() throws Exception {
    site.fill("camera", 81);
    site.history()
        .add(
            new Result.Scored(
                Records.score("camera", 80 + Duration.ofSeconds(11).toMillis() / 40, -3)));

    assertThat(words(ask("stream=camera"))).contains("Not live: 1", " s old", "No frame comes.");
  }

  @ParameterizedTest
  @CsvSource({
    "stream=none, 404, there is no stream none",
    "'', 400, the parameter stream is missing",
    "stream=camera&type=none, 400, there is no distortion type none",
    "stream=camera, 404, No picture of camera here",
    "stream=silent, 404, Nothing of silent is scored yet"
  })
  void whereThereIsNoneThePictureSaysWhy(String query, int status, String words) throws Exception {
    site.history().add(Records.scored("camera", 3, -5));
    site.history().add(Records.stated("silent", StreamState.ALIGNING));

    HttpResponse<byte[]> answer = ask(query);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("image/svg+xml");
    assertThat(words(answer)).contains(words);
  }

  @Test
  void withoutTheTokenThePictureOnlySaysThatOneHasToLogIn() throws Exception {
    String token = "a token of some length";
    try (Site closed = Site.open(token)) {
      closed.fill("camera", 9);
      String path = "/api/v1/live.svg?stream=camera";

      HttpResponse<byte[]> refused = closed.get(path);

      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(words(refused)).contains("Log in first").doesNotContain("camera");
      assertThat(words(closed.get(path, "Authorization", "Bearer " + token))).contains("camera");
    }
  }

  @Test
  void aNameThatLooksLikeMarkupIsOnlyAName() throws Exception {
    String name = "<script>&\u0001\ud83d\ude00";
    site.fill(name, 9);

    assertThat(words(ask("stream=%3Cscript%3E%26%01%F0%9F%98%80")))
        .contains("<script>&?\ud83d\ude00");
  }
}
