package dev.pixelwatch.monitor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. With a token: who has it, as a bearer, or in a cookie that the login form sets.
 * Without one the server listens on loopback only, and a request must name loopback as its host, so
 * that no web page elsewhere can point a name of its own at this server (DNS rebinding).
 */
final class Access {
  static final String LOGIN = "/login";
  private static final String COOKIE = "pixelwatch_session";
  private static final String BEARER = "Bearer ";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Say nothing but whether the process lives and can work, and are asked by machines; the live
   * picture asks for the token itself, since it refuses in a picture.
   */
  private static final Set<String> OPEN =
      Set.of("/health/live", "/health/ready", LOGIN, LivePicture.PATH);

  private final Optional<byte[]> token;

  Access(Optional<String> token) {
    this.token = token.map(text -> digest(text.strip()));
  }

  /** Called before every request. */
  void check(Context context) {
    if (token.isEmpty()) {
      if (!LOOPBACK.contains(hostName(context))) {
        refuse(context, 403, "this server answers to localhost only");
      }
    } else if (!OPEN.contains(context.path())
        && !context.path().startsWith(Assets.PREFIX)
        && !isKnown(context)) {
      if (context.method().name().equals("GET") && context.path().equals("/")) {
        context.redirect(LOGIN);
        context.skipRemainingHandlers();
      } else {
        refuse(context, 401, "the token is missing or wrong");
      }
    }
  }

  /** Whether the caller may read details. */
  boolean isKnown(Context context) {
    return token.isEmpty() || hasBearer(context) || hasCookie(context);
  }

  /** Takes the token of the login form; gives the page or the form again. */
  void login(Context context) {
    String given = context.formParam("token");
    if (token.isPresent() && (given == null || !matches(given.strip()))) {
      context.redirect(LOGIN + "#wrong");
      return;
    }
    token.ifPresent(known -> context.cookie(cookie(session(known))));
    context.redirect("/");
  }

  private static Cookie cookie(String value) {
    Cookie cookie = new Cookie(COOKIE, value);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setPath("/");
    return cookie;
  }

  private boolean hasBearer(Context context) {
    String header = context.header("Authorization");
    return header != null
        && header.startsWith(BEARER)
        && matches(header.substring(BEARER.length()).strip());
  }

  private boolean hasCookie(Context context) {
    String cookie = context.cookie(COOKIE);
    return cookie != null
        && MessageDigest.isEqual(
            cookie.getBytes(UTF_8), session(token.orElseThrow()).getBytes(UTF_8));
  }

  /** Digests are compared, in constant time, so that neither content nor length leaks. */
  private boolean matches(String given) {
    return MessageDigest.isEqual(digest(given), token.orElseThrow());
  }

  /** What the cookie holds: derived from the token, which it does not give away. */
  private static String session(byte[] token) {
    return HexFormat.of().formatHex(digest("session " + HexFormat.of().formatHex(token)));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hostName(Context context) {
    String host = context.host();
    if (host == null) {
      return "";
    }
    try {
      return String.valueOf(URI.create("http://" + host).getHost());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static void refuse(Context context, int status, String message) {
    context.status(status).contentType(Json.TYPE);
    if (status == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    context.result(
        Problem.json(message, "Send the header Authorization: Bearer TOKEN, or open /login."));
    context.skipRemainingHandlers();
  }
}
