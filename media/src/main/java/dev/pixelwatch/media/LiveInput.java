package dev.pixelwatch.media;

import dev.pixelwatch.core.UserError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where live frames come from: anything that FFmpeg opens by URI.
 *
 * @param uri a camera ({@code /dev/video0}), a network address ({@code rtsp://}, {@code udp://},
 *     {@code srt://}, {@code http://}), a file, an image sequence ({@code frames/%05d.png}), {@code
 *     -} for the standard input, or a graph of filters after {@code lavfi:}
 * @param format FFmpeg's name of the format where it is not to be guessed, or {@code i420} or
 *     {@code nv12} for raw samples
 * @param size pixels of the frames: cameras and raw samples are opened with it, everything else is
 *     scaled to it
 * @param frameRate frames per second, where the input does not tell
 * @param options further options of FFmpeg for the input, by its names
 * @param patience how long nothing may come before it counts as lost
 */
public record LiveInput(
    String uri,
    Optional<String> format,
    Optional<PictureSize> size,
    Optional<FrameRate> frameRate,
    Map<String, String> options,
    Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Segments of HLS come every few seconds. */
  private static final Duration PATIENCE_IN_SEGMENTS = Duration.ofSeconds(15);

  private static final Pattern NUMBERED = Pattern.compile(".*%0?\\d*d.*");
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+]*://.*");
  private static final Pattern IN_SEGMENTS = Pattern.compile(".*\\.(m3u8|mpd)(\\?.*)?");
  private static final String GRAPH = "lavfi:";

  /** What kind of thing it is, which decides how it is opened and whether it sets its own pace. */
  enum Kind {
    CAMERA,
    NETWORK,
    FILE,
    IMAGES,
    PIPE,
    GRAPH
  }

  public LiveInput {
    options = Map.copyOf(options);
  }

  /** An input that tells everything by itself. */
  public static LiveInput of(String uri) {
    return of(uri, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  /** An input with the usual patience: 5 seconds, or 15 for HTTP. */
  public static LiveInput of(
      String uri,
      Optional<String> format,
      Optional<PictureSize> size,
      Optional<FrameRate> frameRate,
      Map<String, String> options) {
    Duration patience = uri.startsWith("http") ? PATIENCE_IN_SEGMENTS : PATIENCE;
    return new LiveInput(uri, format, size, frameRate, options, patience);
  }

  /** The same with another limit on the wait for data. */
  public LiveInput within(Duration otherPatience) {
    return new LiveInput(uri, format, size, frameRate, options, otherPatience);
  }

  /** Whether it may come back by itself after it was lost: a camera or a network address. */
  public boolean mayComeBack() {
    return kind() == Kind.CAMERA || kind() == Kind.NETWORK;
  }

  /** Whether frames come when they come; others are read no faster than their own rate. */
  boolean setsThePace() {
    // Segments of HLS and DASH come all at once, a few seconds at a time.
    return mayComeBack() && !IN_SEGMENTS.matcher(uri).matches();
  }

  boolean isRaw() {
    return format.filter(name -> rawSamples(name) != null).isPresent();
  }

  Kind kind() {
    String named = format.orElse("");
    if (named.equals("lavfi") || uri.startsWith(GRAPH)) {
      return Kind.GRAPH;
    }
    if (named.equals("v4l2") || uri.startsWith("/dev/video")) {
      return Kind.CAMERA;
    }
    if (uri.equals("-") || uri.startsWith("pipe:")) {
      return Kind.PIPE;
    }
    if (uri.startsWith("file:")) {
      return Kind.FILE;
    }
    if (SCHEME.matcher(uri).matches()) {
      return Kind.NETWORK;
    }
    return NUMBERED.matcher(uri).matches() ? Kind.IMAGES : Kind.FILE;
  }

  /**
   * Finds the mistakes that show without opening it.
   *
   * @throws UserError if a file is missing or raw samples lack their size
   */
  public void check() {
    if (isRaw() && size.isEmpty()) {
      throw new UserError(
          "raw samples from %s have no size of their own".formatted(uri),
          "Give it with --size, such as --size 1280x720, and the rate with --fps.");
    }
    if (kind() == Kind.FILE) {
      VideoFile.checkReadable(path());
    }
  }

  /**
   * @throws UserError as {@link #check} does
   */
  Opening opening(Interrupter interrupter) {
    check();
    Map<String, String> all = new HashMap<>();
    if (isRaw()) {
      all.put("pixel_format", rawSamples(format.get()));
    }
    if (isRaw() || kind() == Kind.CAMERA) {
      size.ifPresent(s -> all.put("video_size", s.toString()));
    }
    if (isRaw() || kind() == Kind.CAMERA || kind() == Kind.IMAGES) {
      frameRate.ifPresent(rate -> all.put("framerate", rate.toString()));
    }
    if (kind() == Kind.FILE || kind() == Kind.IMAGES) {
      all.put("protocol_whitelist", "file");
    }
    all.putAll(options);
    if (options.getOrDefault("rtsp_flags", "").contains("listen")) {
      // Without it FFmpeg refuses its own default.
      all.putIfAbsent("listen_timeout", Long.toString(patience.toSeconds()));
    }
    return new Opening(url(), uri, demuxer(), all, Optional.of(interrupter));
  }

  private String url() {
    return switch (kind()) {
      case GRAPH -> uri.startsWith(GRAPH) ? uri.substring(GRAPH.length()) : uri;
      case PIPE -> uri.equals("-") ? "pipe:0" : uri;
      case CAMERA, NETWORK -> uri;
      case IMAGES, FILE -> VideoFile.url(path());
    };
  }

  private Path path() {
    try {
      return Path.of(uri.startsWith("file:") ? uri.substring("file:".length()) : uri);
    } catch (InvalidPathException e) {
      throw new UserError("'" + uri + "' is no path", "Check the path.", e);
    }
  }

  private Optional<String> demuxer() {
    if (isRaw()) {
      return Optional.of("rawvideo");
    }
    return switch (kind()) {
      case GRAPH -> Optional.of("lavfi");
      case CAMERA -> format.or(() -> Optional.of("v4l2"));
      case IMAGES -> format.or(() -> Optional.of("image2"));
      case NETWORK, FILE, PIPE -> format;
    };
  }

  /** FFmpeg's name of raw samples, null if it is no name of such. */
  private static String rawSamples(String name) {
    return switch (name) {
      case "i420" -> "yuv420p";
      case "nv12" -> "nv12";
      default -> null;
    };
  }
}
