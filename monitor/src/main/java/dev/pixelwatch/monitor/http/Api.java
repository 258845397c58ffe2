package dev.pixelwatch.monitor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.AlertJson;
import io.javalin.http.Context;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/** Answers under {@code /api/v1}. */
final class Api {
  private static final int MOST_SCORES = 20_000;

  private final History history;
  private final Service service;
  private final Latencies latencies;
  private final String about = AboutJson.document();

  /** Tells a page that was open before that sequence numbers and alerts began anew. */
  private final String start = UUID.randomUUID().toString();

  Api(History history, Service service, Latencies latencies) {
    this.history = history;
    this.service = service;
    this.latencies = latencies;
  }

  void about(Context context) {
    answer(context, about);
  }

  void streams(Context context) {
    answer(
        context,
        Json.object(
            json -> {
              service(json);
              Json.array(
                  json,
                  "streams",
                  () ->
                      history
                          .streams()
                          .forEach(
                              stream -> {
                                json.writeStartObject();
                                stream(json, stream, history.view(stream));
                                json.writeEndObject();
                              }));
            }));
  }

  /** What the process is doing. */
  void service(JsonGenerator json) {
    json.writeStringProperty("start", start);
    json.writeStringProperty("phase", service.phase());
    json.writeStringProperty("trouble", service.trouble().orElse(""));
  }

  /** A stream as it is now. */
  void stream(JsonGenerator json, StreamHistory stream, StreamView view) {
    StreamJson.write(json, view, stream.kept(), latencies.of(stream.stream()));
  }

  void scores(Context context) {
    Query query = new Query(context, history);
    StreamHistory stream = query.stream();
    long since = query.number("since", 0, 0, Long.MAX_VALUE);
    int limit = (int) query.number("limit", MOST_SCORES, 1, MOST_SCORES);
    Points points = stream.since(since, limit);
    answer(context, Json.object(json -> StreamJson.points(json, points, points.from() > since)));
  }

  void alerts(Context context) {
    String stream = context.queryParam("stream");
    answer(
        context,
        Json.object(
            json ->
                alerts(
                    json,
                    history.alerts().since(0).stream()
                        .filter(alert -> stream == null || stream.equals(alert.stream()))
                        .toList())));
  }

  void alerts(JsonGenerator json, List<Alert> alerts) {
    Json.array(
        json,
        "alerts",
        () ->
            alerts.forEach(
                alert -> json.writeRawValue(new String(AlertJson.encode(alert), UTF_8))));
  }

  void frames(Context context) {
    StreamHistory stream = new Query(context, history).stream();
    answer(
        context,
        Json.object(
            json ->
                Json.array(
                    json,
                    "frames",
                    () ->
                        stream
                            .kept()
                            .all()
                            .forEach(
                                frame -> {
                                  json.writeStartObject();
                                  json.writeNumberProperty("frame", frame.number());
                                  json.writeNumberProperty("time_us", frame.timeUs());
                                  json.writeBooleanProperty("pictures", frame.hasPictures());
                                  json.writeEndObject();
                                }))));
  }

  void picture(Context context) {
    Query query = new Query(context, history);
    KeptFrame frame = query.frame();
    byte[] jpeg = Query.isReference(context) ? frame.reference() : frame.processed();
    if (jpeg == null) {
      throw Problem.notFound(
          "this process has no pictures of frame " + frame.number(),
          "Ask the process that scores the stream.");
    }
    context.contentType("image/jpeg").result(jpeg);
  }

  void mapPicture(Context context) {
    Query query = new Query(context, history);
    KeptFrame frame = query.frame();
    context.contentType("image/png").result(Images.png(frame.map(), query.type()));
  }

  void mapValues(Context context) {
    KeptFrame frame = new Query(context, history).frame();
    answer(context, MapJson.document(frame.map()));
  }

  private static void answer(Context context, String json) {
    context.contentType(Json.TYPE).result(json);
  }
}
