package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.evidence.EvidenceReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a reader looks back: time lines, kept pictures, alerts. */
final class PageTimeTest extends PageReader {
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
}
