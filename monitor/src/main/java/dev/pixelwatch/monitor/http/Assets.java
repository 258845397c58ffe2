package dev.pixelwatch.monitor.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.webjars.WebJarVersionLocator;

/**
 * The files of the page, read once from the jars. A request names one of this list; nothing that it
 * says becomes a path.
 */
final class Assets {
  static final String PREFIX = "/assets/";

  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final List<String> SCRIPTS =
      List.of(
          "about.js",
          "alerts.js",
          "app.js",
          "axis.js",
          "charts.js",
          "client.js",
          "evidence.js",
          "focus.js",
          "format.js",
          "header.js",
          "help.js",
          "keys.js",
          "lanes.js",
          "overview.js",
          "stage.js",
          "store.js",
          "verdict.js");

  private record Asset(String type, byte[] bytes) {}

  private final Map<String, Asset> assets = new HashMap<>();

  Assets() {
    assets.put("page.html", new Asset(HTML, ours("page.html")));
    assets.put("login.html", new Asset(HTML, ours("login.html")));
    assets.put("page.css", new Asset(CSS, ours("page.css")));
    assets.put("icon.svg", new Asset("image/svg+xml", ours("icon.svg")));
    for (String script : SCRIPTS) {
      assets.put(script, new Asset(SCRIPT, ours(script)));
    }
    assets.put("uplot.js", new Asset(SCRIPT, library("uplot", "dist/uPlot.esm.js")));
    assets.put("uplot.css", new Asset(CSS, library("uplot", "dist/uPlot.min.css")));
    assets.put("lit-html.js", new Asset(SCRIPT, library("lit-html", "lit-html.js")));
  }

  void answer(Context context) {
    answer(context, context.pathParam("name"));
  }

  /** Answers with the file of this name. */
  void answer(Context context, String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw Problem.notFound("the page has no file of this name", "Open /.");
    }
    context.contentType(asset.type).result(asset.bytes);
  }

  private static byte[] ours(String name) {
    return read(Assets.class, "page/" + name);
  }

  private static byte[] library(String name, String file) {
    return read(WebJarVersionLocator.class, "/" + new WebJarVersionLocator().fullPath(name, file));
  }

  private static byte[] read(Class<?> owner, String path) {
    try (InputStream in = owner.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the page lacks " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
