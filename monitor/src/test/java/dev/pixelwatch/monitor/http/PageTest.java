package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.evidence.EvidenceReader;
import dev.pixelwatch.schemas.StreamState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser. */
@ExtendWith(Chromium.Installed.class)
final class PageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  // Chromium may still write while the folder is removed.
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path profile;

  private static Chromium browser;

  private Site site = Site.open();

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

  @AfterEach
  void nothingWentWrongInTheBrowser() {
    try {
      assertThat(browser.complaints()).isEmpty();
    } finally {
      browser.complaints().clear();
      browser.evaluate("location.replace('about:blank')");
      site.close();
    }
  }

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
  void theArrowsLeadBackThroughTheKeptFramesAndEscapeToLive() {
    site.fill("camera", 160);
    open("/", 1280, 720);
    awaitText(".verdict", "Now: frame 159");

    browser.press("ArrowLeft");
    awaitText(".verdict", "Then: frame 120");
    browser.evaluate("document.querySelector('#score-chart').focus()");
    browser.press("Home");
    awaitText(".verdict", "Then: frame 0");
    assertThat(browser.text(".verdict")).contains("Slightly worse");
    browser.press("Escape");

    awaitText(".verdict", "Now: frame 159");
  }

  @Test
  void aLateAnswerDoesNotUndoWhatTheReaderDidMeanwhile() {
    site.fill("camera", 160);
    open("/", 1280, 720);
    awaitText(".verdict", "Now: frame 159");
    browser.evaluate(
        "(() => { const ask = fetch; const waiting = [];"
            + " window.goOn = () => waiting.splice(0).forEach(go => go());"
            + " window.fetch = async (...what) => {"
            + " if (what[0].includes('/frames?')) await new Promise(go => waiting.push(go));"
            + " return ask(...what) } })()");

    browser.click("#score-chart .u-over", 0.1);
    browser.click("#score-chart .u-over", 0.5);
    browser.evaluate("goOn()");
    awaitText(".verdict", "Then: frame 80");

    browser.press("Escape");
    browser.click("#score-chart .u-over", 0.1);
    browser.press("Escape");
    browser.evaluate("goOn()");
    awaitText(".verdict", "Now: frame 159");
    browser.evaluate("new Promise(go => setTimeout(go, 300))");
    assertThat(browser.text(".verdict")).contains("Now: frame 159");
  }

  @Test
  void aClickOnTheTimeLineLeadsToThatMoment() {
    site.fill("camera", 160);
    open("/", 1280, 720);
    awaitText(".verdict", "Now: frame 159");

    browser.click("#score-chart .u-over", 0.5);

    awaitText(".verdict", "Then: frame 80");
  }

  @Test
  void numbersThatJumpLeaveBothRunsOnTheTimeLine() {
    site.fill("camera", 160);
    for (int i = 0; i < 160; i++) {
      site.history().add(Records.scored("camera", 9_000_000 + i, -3));
    }
    open("/", 1280, 720);
    awaitText(".verdict", "Now: frame 9,000,159");
    browser.evaluate(
        "(() => { const all = document.querySelector('.tools select');"
            + " all.selectedIndex = 2; all.dispatchEvent(new Event('change')) })()");
    browser.evaluate("new Promise(requestAnimationFrame)");

    // Of a picture that is kept: the nearest one is shown, 140 here.
    browser.click("#score-chart .u-over", 0.4);
    awaitText(".verdict", "Then: frame 140");
    browser.click("#score-chart .u-over", 0.1);

    awaitText(".verdict", "Then: frame 40");
    String axis =
        "import('/assets/axis.js').then(({Axis}) => { const axis = new Axis("
            + "[5, 6, 8, 9e6, 9e6 + 1].map(frame => ({frame})));"
            + " return [...axis.places, ...[0, 3, 63, 64].map(p => axis.frameAt(p)),"
            + " axis.placeOf(6), axis.placeOf(9e6 + 1), axis.pointAt(30)?.frame ?? 'gap'].join() })";
    assertThat(browser.evaluate(axis).asString())
        .isEqualTo("0,1,3,63,64,5,8,9000000,9000001,1,64,gap");
  }

  @Test
  void anAlertShowsThePicturesThatWereKeptOfIt(@TempDir Path folder) {
    Alert alert = Records.alert("camera/regression/blur/78", "camera", 78, null);
    EvidenceApiTest.keep(folder, alert);
    site.server().show(new EvidenceReader(folder));
    site.fill("camera", 160);
    site.history().add(new Result.Alerted(alert));
    open("/", 1280, 720);
    awaitText(".alerts", "Less sharp than before");

    browser.click(".alerts li button", 0.5);

    awaitText(".evidence", "Frame 80");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                browser
                        .evaluate(
                            "[...document.querySelectorAll('.evidence img')]"
                                + ".filter(image => image.naturalWidth > 0).length")
                        .asInt()
                    == 3);
  }

  @Test
  void aKeyChoosesATypeAndAnotherFollowsTheStrongest() {
    site.fill("camera", 160);
    open("/", 1280, 720);
    awaitText(".type.selected", "blur");

    browser.press("t");
    awaitText(".type.selected", "tint");
    browser.press("ArrowUp");
    awaitText(".type.selected", "warmth");
    browser.press("a");

    awaitText(".type.selected", "blur");
  }

  @Test
  void whereTheyDoNothingKeysAreLeftToTheBrowser() {
    site.fill("left camera", 20);
    site.fill("right camera", 20);
    open("/", 1280, 720);
    awaitText(".overview", "left camera");
    browser.evaluate(
        "(() => { window.taken = []; document.addEventListener('keydown',"
            + " e => setTimeout(() => { if (e.defaultPrevented) taken.push(e.key) })) })()");

    List.of("ArrowDown", "Home", "End", "t").forEach(browser::press);
    browser.evaluate("location.hash = 'stream=left+camera'");
    awaitText(".type.selected", "blur");
    List.of("Home", "End", "t").forEach(browser::press);
    awaitText(".type.selected", "tint");

    assertThat(browser.evaluate("taken.join()").asString()).isEqualTo("t");
  }

  @Test
  void keysOfOneCharacterCanBeTurnedOff() {
    site.fill("camera", 20);
    open("/", 1280, 720);
    awaitText(".type.selected", "blur");
    browser.press("?");
    awaitText("dialog", "keys of one letter");

    browser.click("dialog input", 0.5);
    browser.press("Escape");
    List.of("t", "?").forEach(browser::press);
    open("/?again", 1280, 720);
    awaitText(".type.selected", "blur");
    browser.press("t");
    browser.press("ArrowUp");

    await().atMost(PATIENCE).until(() -> !browser.text(".type.selected").contains("blur"));
    assertThat(browser.evaluate("!!document.querySelector('dialog[open]')").asBoolean()).isFalse();
    assertThat(browser.text(".type.selected")).doesNotContain("warmth");
    browser.evaluate("localStorage.clear()");
  }

  @Test
  void theListOfTypesFollowsTheKeysAfterAReaderPickedFromIt() {
    site.fill("camera", 20);
    open("/", 1280, 720);
    awaitText(".type.selected", "blur");
    browser.evaluate(
        "(() => { const types = document.querySelector('.controls select'); types.value = 'tint';"
            + " types.dispatchEvent(new Event('change')) })()");
    awaitText(".type.selected", "tint");

    browser.press("1");

    awaitText(".type.selected", "noise");
    assertThat(browser.evaluate("document.querySelector('.controls select').value").asString())
        .isEqualTo("noise");
  }

  @Test
  void theSliderUncoversTheReference() {
    site.fill("camera", 20);
    open("/", 1280, 720);
    awaitText(".verdict", "frame 19");

    browser.evaluate(
        "(() => { const s = document.querySelector('.split'); s.value = 80;"
            + " s.dispatchEvent(new Event('input')) })()");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                browser
                    .evaluate(
                        "getComputedStyle(document.querySelector('canvas.reference')).clipPath")
                    .asString()
                    .contains("20%"));
  }

  @Test
  void closedAlertsAreForgottenWhenThereAreTooMany() {
    site.fill("camera", 20);
    site.history().add(new Result.Alerted(Records.alert("open", "camera", 1, null)));
    open("/", 1280, 720);
    awaitText(".alerts", "still open");
    for (int part = 0; part < 3; part++) {
      for (int i = 0; i < 250; i++) {
        long frame = 2 + 250L * part + i;
        site.history().add(new Result.Alerted(Records.alert("x" + frame, "camera", frame, frame)));
      }
      String newest = "'.alerts li:nth-child(%d)'".formatted(Math.min(500, 251 + 250 * part));
      await()
          .atMost(PATIENCE)
          .until(() -> browser.evaluate("!!document.querySelector(" + newest + ")").asBoolean());
    }

    assertThat(browser.evaluate("document.querySelectorAll('.alerts li').length").asInt())
        .isEqualTo(500);
    assertThat(browser.text(".alerts li:last-child")).contains("still open");
  }

  @Test
  void anAlertIsListedMarkedAndLeadsToItsFrame() {
    site.fill("camera", 160);
    site.history().add(new Result.Alerted(Records.alert("x", "camera", 78, null)));
    open("/", 1280, 720);
    awaitText(".alerts", "Less sharp than before");
    assertThat(browser.text(".alerts")).contains("still open");
    assertThat(browser.evaluate("document.querySelector('.box').hidden").asBoolean()).isFalse();

    browser.click(".alerts li button", 0.5);

    awaitText(".verdict", "Then: frame 80");
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

  @Test
  void aTimeOfAnotherDayHasItsDateAndTheDayBeginsAtZero() {
    site.fill("camera", 20);
    open("/", 1280, 720);
    awaitText(".verdict", "frame 19");

    String times =
        "import('/assets/format.js').then(({moment}) => [new Date(2020, 4, 17, 0, 5, 3),"
            + " new Date(new Date().setHours(0, 5, 3, 0))].map(at => moment(1000 * at)))";
    assertThat(browser.evaluate(times + ".then(all => all[0])").asString())
        .contains("17", "2020", "0:05:03")
        .doesNotContain("24:");
    assertThat(browser.evaluate(times + ".then(all => all[1])").asString()).matches("0?0:05:03");
  }

  @Test
  void everyControlHasANameForThoseWhoHearThePage() {
    site.fill("camera", 60);
    open("/", 1280, 720);
    awaitText(".verdict", "frame 59");

    String nameless =
        browser
            .evaluate(
                "[...document.querySelectorAll('button, a, input, select, canvas')].filter(e =>"
                    + " !e.closest('[aria-hidden=true]') && !e.closest('[role=img]') &&"
                    + " !e.closest('.chart') && !(e.innerText || e.labels?.[0]?.innerText ||"
                    + " e.getAttribute('aria-label'))).map(e => e.outerHTML).join()")
            .asString();

    assertThat(nameless).isEmpty();
  }

  private void open(String path, int width, int height) {
    browser.open(site.at(path), width, height, "light");
  }

  private static void awaitText(String selector, String text) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.text(selector)).contains(text));
  }

  /** A property of an element, such as {@code canvas.map.width}; 0 if there is none. */
  private static int number(String path) {
    int dot = path.lastIndexOf('.');
    String element = "document.querySelector('" + path.substring(0, dot) + "')";
    return browser.evaluate(element + "?." + path.substring(dot + 1) + " ?? 0").asInt();
  }

  /** Whether an element's processed picture shows anything. */
  private static boolean isDrawn(String selector) {
    return browser
        .evaluate(
            "(() => { const canvas = document.querySelector('%s canvas.processed');"
                    .formatted(selector)
                + " const one = new OffscreenCanvas(1, 1).getContext('2d');"
                + " if (canvas) one.drawImage(canvas, 0, 0, 1, 1);"
                + " return one.getImageData(0, 0, 1, 1).data[3] > 0 })()")
        .asBoolean();
  }

  private static double boundingWidth(String selector) {
    return browser
        .evaluate("document.querySelector('" + selector + "')?.getBoundingClientRect().width ?? 0")
        .asDouble();
  }
}
