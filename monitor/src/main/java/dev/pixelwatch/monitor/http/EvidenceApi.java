package dev.pixelwatch.monitor.http;

import dev.pixelwatch.monitor.evidence.EvidenceFrame;
import dev.pixelwatch.monitor.evidence.EvidenceReader;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Answers under {@code /api/v1/evidence}: the pictures that were kept of alerts. */
final class EvidenceApi {
  private volatile Optional<EvidenceReader> kept = Optional.empty();

  void show(EvidenceReader reader) {
    kept = Optional.of(reader);
  }

  void frames(Context context) {
    List<EvidenceFrame> frames = of(Query.required(context, "alert"));
    context
        .contentType(Json.TYPE)
        .result(
            Json.object(
                json ->
                    Json.array(
                        json,
                        "frames",
                        () ->
                            frames.forEach(
                                frame -> {
                                  json.writeStartObject();
                                  json.writeNumberProperty("frame", frame.number());
                                  json.writeStringProperty("type", frame.type());
                                  json.writeEndObject();
                                }))));
  }

  void picture(Context context) {
    EvidenceFrame frame = frame(context);
    answer(context, Query.isReference(context) ? frame.reference() : frame.processed(), "jpeg");
  }

  void map(Context context) {
    answer(context, frame(context).map(), "png");
  }

  private List<EvidenceFrame> of(String alert) {
    return kept.map(reader -> reader.frames(alert)).orElse(List.of());
  }

  private EvidenceFrame frame(Context context) {
    long number = Query.frameNumber(context);
    return of(Query.required(context, "alert")).stream()
        .filter(frame -> frame.number() == number)
        .findFirst()
        .orElseThrow(EvidenceApi::gone);
  }

  private static void answer(Context context, Path file, String format) {
    try {
      context.contentType("image/" + format).result(Files.readAllBytes(file));
    } catch (IOException e) {
      throw gone();
    }
  }

  private static Problem gone() {
    return Problem.notFound(
        "no pictures of this frame are kept for this alert",
        "GET /api/v1/evidence?alert=ID lists those that are. --evidence keeps them.");
  }
}
