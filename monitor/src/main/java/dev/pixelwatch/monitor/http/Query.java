package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionType;
import io.javalin.http.Context;

/** The parameters of a request, checked. A value from a request is only ever a key or a number. */
final class Query {
  private final Context context;
  private final History history;

  Query(Context context, History history) {
    this.context = context;
    this.history = history;
  }

  StreamHistory stream() {
    String name = required("stream");
    return history.stream(name)
        .orElseThrow(
            () ->
                Problem.notFound("there is no stream " + name, "GET /api/v1/streams lists them."));
  }

  /** The frame of the path, while it is kept. */
  KeptFrame frame() {
    StreamHistory stream = stream();
    long number = frameNumber(context);
    return stream
        .kept()
        .at(number)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "frame " + number + " is not kept",
                    "GET /api/v1/frames lists the frames that are."));
  }

  DistortionType type() {
    String id = required("type");
    return DistortionType.byId(id)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "there is no distortion type " + id, "GET /api/v1/about lists them."));
  }

  long number(String name, long otherwise, long least, long most) {
    String text = context.queryParam(name);
    return text == null ? otherwise : number(name, text, least, most);
  }

  String required(String name) {
    return required(context, name);
  }

  /** The frame number of the path. */
  static long frameNumber(Context context) {
    return number("frame", context.pathParam("frame"), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Which of the two sides is asked for. */
  static boolean isReference(Context context) {
    return switch (required(context, "side")) {
      case "reference" -> true;
      case "processed" -> false;
      default ->
          throw Problem.badRequest(
              "the side is neither reference nor processed", "Give one of the two.");
    };
  }

  static String required(Context context, String name) {
    String value = context.queryParam(name);
    if (value == null || value.isEmpty()) {
      throw Problem.badRequest(
          "the parameter " + name + " is missing", "See /api/v1/openapi.json.");
    }
    return value;
  }

  private static long number(String name, String text, long least, long most) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw Problem.badRequest(
        "the parameter " + name + " is not a number in its range", "See /api/v1/openapi.json.");
  }
}
