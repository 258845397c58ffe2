package dev.pixelwatch.monitor.http;

import io.javalin.http.Context;
import java.io.InputStream;

/** The description of all routes. */
final class OpenApi {
  private OpenApi() {}

  static void answer(Context context) {
    context.contentType(Json.TYPE).result(document());
  }

  /** The document, OpenAPI 3.1 in JSON. */
  static InputStream document() {
    InputStream document = OpenApi.class.getResourceAsStream("openapi.json");
    if (document == null) {
      throw new IllegalStateException("openapi.json is missing");
    }
    return document;
  }
}
