package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader does with keys, lists and sliders of the page. */
final class PageControlsTest extends PageReader {
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
}
