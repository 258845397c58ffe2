package dev.pixelwatch.monitor.http;

import io.javalin.http.Context;
import java.util.Optional;

/** Whether the process lives, and whether it can work now. */
final class Health {
  private final Service service;

  Health(Service service) {
    this.service = service;
  }

  void live(Context context) {
    context.contentType(Json.TYPE);
    context.result(Json.object(json -> json.writeBooleanProperty("live", true)));
  }

  /**
   * @param known whether the caller may read why not
   */
  void ready(Context context, boolean known) {
    Optional<String> trouble = service.trouble();
    context.status(trouble.isEmpty() ? 200 : 503).contentType(Json.TYPE);
    context.result(
        Json.object(
            json -> {
              json.writeBooleanProperty("ready", trouble.isEmpty());
              if (known && trouble.isPresent()) {
                json.writeStringProperty("reason", trouble.get());
              }
            }));
  }
}
