package dev.pixelwatch.monitor.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.List;
import java.util.Set;

/** All that the server answers; {@code openapi.json} describes the same list. */
final class Routes {
  private static final String API = "/api/v1";

  /** Types of answers that say themselves that something is not there. */
  private static final Set<String> OWN_TYPES = Set.of(Json.TYPE, LivePicture.TYPE);

  private final Access access;
  private final Health health;
  private final List<Route> routes;

  Routes(
      Access access,
      Health health,
      Assets assets,
      Api api,
      EvidenceApi evidence,
      LivePicture livePicture,
      Events events,
      Scrape scrape) {
    this.access = access;
    this.health = health;
    routes =
        List.of(
            Route.get("/", context -> assets.answer(context, "page.html")),
            Route.get(Access.LOGIN, context -> assets.answer(context, "login.html")),
            Route.post(Access.LOGIN, access::login),
            Route.get(Assets.PREFIX + "{name}", assets::answer),
            Route.get("/health/live", health::live),
            Route.get("/health/ready", this::ready),
            Route.get("/metrics", scrape::answer),
            Route.get(API + "/openapi.json", OpenApi::answer),
            Route.get(API + "/about", api::about),
            Route.get(API + "/streams", api::streams),
            Route.get(API + "/scores", api::scores),
            Route.get(API + "/alerts", api::alerts),
            Route.get(API + "/frames", api::frames),
            Route.get(API + "/frames/{frame}/picture.jpg", api::picture),
            Route.get(API + "/frames/{frame}/map.png", api::mapPicture),
            Route.get(API + "/frames/{frame}/map.json", api::mapValues),
            Route.get(API + "/evidence", evidence::frames),
            Route.get(API + "/evidence/{frame}/picture.jpg", evidence::picture),
            Route.get(API + "/evidence/{frame}/map.png", evidence::map),
            Route.get(LivePicture.PATH, livePicture::answer),
            Route.get(API + "/events", events::handle));
  }

  List<Route> all() {
    return routes;
  }

  void addTo(RoutesConfig config) {
    config.before(Routes::secure);
    config.before(access::check);
    for (Route route : routes) {
      config.addEndpoint(new Endpoint(route.method(), route.path(), route.handler()));
    }
    config.exception(
        Problem.class,
        (problem, context) ->
            context.status(problem.status()).contentType(Json.TYPE).result(problem.json()));
    config.error(
        404,
        context -> {
          if (context.result() == null || !OWN_TYPES.contains(context.res().getContentType())) {
            context.contentType(Json.TYPE);
            context.result(Problem.json("there is nothing here", "See " + API + "/openapi.json."));
          }
        });
  }

  private void ready(Context context) {
    health.ready(context, access.isKnown(context));
  }

  /** Only what comes from here runs; nothing is kept by the browser or by proxies. */
  private static void secure(Context context) {
    context.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cache-Control", "no-store");
  }
}
