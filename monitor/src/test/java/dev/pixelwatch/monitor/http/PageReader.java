package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who reads the page of a server, in a real browser that must not complain. */
@ExtendWith(Chromium.Installed.class)
abstract class PageReader {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  // Chromium may still write while the folder is removed.
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path profile;

  static Chromium browser;

  Site site = Site.open();

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

  final void open(String path, int width, int height) {
    browser.open(site.at(path), width, height, "light");
  }

  static void awaitText(String selector, String text) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.text(selector)).contains(text));
  }

  /** A property of an element, such as {@code canvas.map.width}; 0 if there is none. */
  static int number(String path) {
    int dot = path.lastIndexOf('.');
    String element = "document.querySelector('" + path.substring(0, dot) + "')";
    return browser.evaluate(element + "?." + path.substring(dot + 1) + " ?? 0").asInt();
  }

  /** Whether an element's processed picture shows anything. */
  static boolean isDrawn(String selector) {
    return browser
        .evaluate(
            "(() => { const canvas = document.querySelector('%s canvas.processed');"
                    .formatted(selector)
                + " const one = new OffscreenCanvas(1, 1).getContext('2d');"
                + " if (canvas) one.drawImage(canvas, 0, 0, 1, 1);"
                + " return one.getImageData(0, 0, 1, 1).data[3] > 0 })()")
        .asBoolean();
  }

  static double boundingWidth(String selector) {
    return browser
        .evaluate("document.querySelector('" + selector + "')?.getBoundingClientRect().width ?? 0")
        .asDouble();
  }
}
