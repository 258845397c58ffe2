package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamState;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest picture of a stream with a map over it, for pages of others such as dashboards. It is
 * SVG, so that a page which can show nothing but a picture still gets words: how old it is, that it
 * is not of now, or why there is none.
 */
final class LivePicture {
  static final String TYPE = "image/svg+xml";
  static final String PATH = "/api/v1/live.svg";

  /** A picture that is older is not called live. */
  private static final long LIVE_MS = 10_000;

  private static final String STRONGEST = "strongest";

  private final History history;
  private final Access access;

  LivePicture(History history, Access access) {
    this.history = history;
    this.access = access;
  }

  void answer(Context context) {
    // Any page may show it, and none can read it: a browser keeps its contents from scripts.
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    context.header("Content-Security-Policy", "default-src 'none'; img-src data:");
    if (!access.isKnown(context)) {
      card(context, 401, "Log in first", "Open the monitor's page and give its token there.");
      return;
    }
    try {
      picture(context);
    } catch (Problem problem) {
      card(context, problem.status(), problem.getMessage(), problem.hint());
    }
  }

  private void picture(Context context) {
    Query query = new Query(context, history);
    String wanted = Optional.ofNullable(context.queryParam("type")).orElse(STRONGEST);
    Optional<DistortionType> asked =
        wanted.equals(STRONGEST) ? Optional.empty() : Optional.of(query.type());
    StreamHistory stream = query.stream();
    StreamView view = history.view(stream);
    Score last = view.last();
    if (last == null) {
      throw Problem.notFound("Nothing of " + view.stream() + " is scored yet", state(view));
    }
    KeptFrame frame =
        newestScored(stream)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "No picture of " + view.stream() + " here",
                        "Pictures are with the monitor that scores the stream."));
    Points score = stream.scoreOf(frame.number()).orElseThrow();
    DistortionType type = asked.orElseGet(() -> strongest(score));
    long ageMs = view.idleMillis() + (last.getCaptureTimeUs() - frame.timeUs()) / 1000;
    send(context, 200, PictureCard.of(view, frame, score, type, ageMs, notLive(view, ageMs)));
  }

  /** A picture may be here before its score, which comes by way of the broker. */
  private static Optional<KeptFrame> newestScored(StreamHistory stream) {
    List<KeptFrame> frames = stream.kept().all();
    return Stream.iterate(frames.size() - 1, i -> i >= 0, i -> i - 1)
        .map(frames::get)
        .filter(KeptFrame::hasPictures)
        .filter(frame -> stream.scoreOf(frame.number()).isPresent())
        .findFirst();
  }

  private static DistortionType strongest(Points score) {
    return Stream.of(DistortionType.values())
        .max(Comparator.comparingDouble(type -> Math.abs(score.intensity(0, type))))
        .orElseThrow();
  }

  /** Why the picture is not of now, in words; empty when it is. */
  private static Optional<String> notLive(StreamView view, long ageMs) {
    boolean isEnded = view.status() != null && view.status().getState() == StreamState.ENDED;
    return isEnded || ageMs >= LIVE_MS ? Optional.of(state(view)) : Optional.empty();
  }

  private static String state(StreamView view) {
    if (view.status() == null) {
      return "No frame comes.";
    }
    String reason = view.captureReason().isEmpty() ? "" : " (" + view.captureReason() + ")";
    return switch (view.captureState()) {
      case ENDED -> "The stream has ended" + reason + ".";
      case LIVE -> "No frame is scored.";
      default -> "The capture is " + StreamJson.stateOf(view).replace('_', ' ') + reason + ".";
    };
  }

  private static void card(Context context, int status, String message, String hint) {
    send(context, status, PictureCard.of(message, hint));
  }

  private static void send(Context context, int status, String svg) {
    context.status(status).contentType(TYPE).result(svg);
  }
}
