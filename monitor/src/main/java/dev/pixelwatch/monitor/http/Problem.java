package dev.pixelwatch.monitor.http;

/** A request that cannot be answered, with what is wrong and what to do about it. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String hint;

  private Problem(int status, String message, String hint) {
    super(message, null, false, false);
    this.status = status;
    this.hint = hint;
  }

  static Problem badRequest(String message, String hint) {
    return new Problem(400, message, hint);
  }

  static Problem notFound(String message, String hint) {
    return new Problem(404, message, hint);
  }

  int status() {
    return status;
  }

  String hint() {
    return hint;
  }

  String json() {
    return json(getMessage(), hint);
  }

  static String json(String message, String hint) {
    return Json.object(
        json -> {
          json.writeStringProperty("error", message);
          json.writeStringProperty("hint", hint);
        });
  }
}
