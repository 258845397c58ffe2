package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.schemas.StreamState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page shows, and that it fits the screen. */
final class PageTest extends PageReader {
  @Test
  void beforeTheFirstResultThePageSaysWhatItWaitsFor() {
    open("/", 1280, 720);

    awaitText("main", "Starting");
  }

  @Test
  void aReaderSeesInWordsHowBadItIsAndWhichDistortionItIs() {
    site.fill("camera", 200);
    open("/", 1280, 720);

    awaitText(".verdict", "Severely worse");
    assertThat(browser.text(".verdict")).contains("points").contains("Less sharp");
    assertThat(browser.text(".type.selected")).contains("blur").contains("+0.40");
    assertThat(browser.text("header")).contains("camera").contains("200");
  }

  @Test
  void thePictureAndItsMapAreDrawn() {
    site.fill("camera", 200);
    open("/", 1280, 720);

    await().atMost(PATIENCE).until(() -> number("canvas.processed.width") == Records.WIDTH);
    await().atMost(PATIENCE).until(() -> number("canvas.map.width") == 20);
    assertThat(number("canvas.reference.width")).isEqualTo(Records.WIDTH);
    double shown = boundingWidth(".stage");
    assertThat(boundingWidth("canvas.processed")).isEqualTo(shown);
    assertThat(boundingWidth("canvas.map")).isEqualTo(shown);
  }

  @Test
  void newScoresAppearByThemselves() {
    site.fill("camera", 50);
    open("/", 1280, 720);
    awaitText(".verdict", "frame 49");

    for (int i = 50; i < 60; i++) {
      site.history()
          .add(new Result.Scored(Records.score("camera", i, 12, DistortionType.NOISE, -0.6f)));
    }

    awaitText(".verdict", "Clearly better");
    assertThat(browser.text(".verdict")).contains("Less luma noise").contains("frame 59");
  }

  @Test
  void afterARestartOfTheServerNothingOfBeforeIsLeft() {
    site.fill("camera", 400);
    site.fill("retired", 40);
    site.history().add(new Result.Alerted(Records.alert("x", "camera", 78, null)));
    open("/#stream=camera", 1280, 720);
    awaitText(".alerts", "still open");

    site = site.again();
    site.fill("camera", 500);

    awaitText(".verdict", "frame 499");
    awaitText(".alerts", "None so far");
    assertThat(browser.text("header")).doesNotContain("retired");
    await().atMost(PATIENCE).until(() -> isDrawn(".stage"));
    browser.complaints().clear(); // That the server was gone.
  }

  @Test
  void aStreamThatBeginsAnewIsShownFromItsFirstFrame() {
    site.fill("camera", 400);
    open("/", 1280, 720);
    awaitText(".verdict", "frame 399");

    for (int i = 0; i < 3; i++) {
      site.history()
          .add(new Result.Scored(Records.score("camera", i, 12, DistortionType.NOISE, -0.6f)));
    }

    awaitText(".verdict", "frame 2");
    assertThat(browser.text(".verdict")).contains("Less luma noise");
  }

  @Test
  void severalStreamsStandSideBySideAndOneClickOpensOne() {
    site.fill("left camera", 40);
    site.fill("right camera", 40);
    site.history().add(Records.stated("third", StreamState.REFERENCE_LOST));
    open("/", 1280, 720);
    awaitText(".overview", "right camera");
    assertThat(browser.text(".overview")).contains("Reference lost").contains("severely worse");

    browser.click(".card:nth-child(2) h2", 0.1);

    awaitText(".verdict", "frame 39");
    assertThat(browser.evaluate("document.title").asString()).startsWith("right camera");
    browser.evaluate("history.back()");
    awaitText(".overview", "left camera");
  }

  @Test
  void aPictureDoesNotStayUnderTheNameOfAnotherStream() {
    site.fill("left camera", 40);
    site.history().add(Records.scored("right camera", 3, -5));
    open("/#stream=left+camera", 1280, 720);
    await().atMost(PATIENCE).until(() -> isDrawn(".stage"));

    browser.evaluate("location.hash = 'stream=right+camera'");

    await().atMost(PATIENCE).until(() -> !isDrawn(".stage"));
    assertThat(browser.text(".note")).contains("No picture yet");
  }

  @Test
  void aNewCardDoesNotTakeThePictureOfItsNeighbour() {
    site.fill("left camera", 40);
    site.history().add(Records.scored("right camera", 3, -5));
    open("/", 1280, 720);
    await().atMost(PATIENCE).until(() -> isDrawn(".card:nth-child(1)"));

    site.history().add(Records.scored("a new camera", 3, -5));

    awaitText(".card:nth-child(1) h2", "a new camera");
    await().atMost(PATIENCE).until(() -> isDrawn(".card:nth-child(2)"));
    assertThat(isDrawn(".card:nth-child(1)")).isFalse();
  }

  @Test
  void aNameThatLooksLikeMarkupIsOnlyAName() {
    String name = "<img src=x onerror=document.title='hit'>";
    site.fill(name, 20);
    open("/", 1280, 720);

    awaitText("header h1", name);
    assertThat(browser.evaluate("document.querySelectorAll('main img').length").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"320, 700", "390, 844", "901, 700", "2560, 1440"})
  void nothingSticksOutToTheSide(int width, int height) {
    site.fill("a-stream-with-a-long-name-".repeat(4), 60);
    open("/", width, height);
    awaitText(".verdict", "frame 59");

    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"1280, 720", "1920, 1080"})
  void onAnOrdinaryScreenNothingHasToBeScrolled(int width, int height) {
    site.fill("camera", 60);
    open("/", width, height);
    awaitText(".verdict", "frame 59");

    await()
        .atMost(PATIENCE)
        .until(() -> browser.evaluate("document.documentElement.scrollHeight").asInt() <= height);
  }

  @Test
  void whoGivesAWrongTokenIsToldSo() {
    try (Site closed = Site.open("a token of some length")) {
      browser.open(closed.at("/login"), 1280, 720, "light");
      await().atMost(PATIENCE).until(() -> boundingWidth("form") > 0);
      assertThat(boundingWidth("[role=alert]")).isZero();

      browser.evaluate(
          "(() => { document.querySelector('#token').value = 'wrong';"
              + " document.querySelector('form').submit() })()");

      await().atMost(PATIENCE).until(() -> boundingWidth("[role=alert]") > 0);
      assertThat(browser.text("[role=alert]")).contains("not the token");
      browser.complaints().clear(); // Chromium would have the form ask for a name, too.
    }
  }
}
