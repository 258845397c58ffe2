package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written for a stage that Pixelwatch runs: {@code filter:GRAPH}, a graph of filters of
 * FFmpeg, {@code encode:NAME[:key=value...]}, an encoder with its options, or {@code exec:COMMAND},
 * a program that reads and writes raw frames.
 */
public final class StageRecipe {
  private static final String FILTER = "filter:";
  private static final String ENCODE = "encode:";
  private static final String EXEC = "exec:";

  /** How long a program may do nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String text;
  private final String name;
  private final Map<String, String> options;
  private final Duration patience;

  private StageRecipe(String text, String name, Map<String, String> options, Duration patience) {
    this.text = text;
    this.name = name;
    this.options = options;
    this.patience = patience;
  }

  /** The same, where a program may do nothing for so long before it counts as hanging. */
  public StageRecipe withPatience(Duration chosen) {
    return new StageRecipe(text, name, options, chosen);
  }

  /**
   * Reads a recipe. A colon in a value is written {@code \:}.
   *
   * @throws UserError if it is none of these forms, or if there is no such encoder
   */
  public static StageRecipe parse(String text) {
    for (String form : List.of(FILTER, EXEC)) {
      if (text.startsWith(form) && !text.substring(form.length()).isBlank()) {
        return new StageRecipe(text, text.substring(form.length()), Map.of(), PATIENCE);
      }
    }
    if (!text.startsWith(ENCODE) || text.length() == ENCODE.length()) {
      throw new UserError(
          "'" + text + "' is no stage",
          "Write filter:GRAPH, such as filter:gblur=sigma=2, encode:NAME:key=value, such as"
              + " encode:libopenh264:b=2M, or exec:COMMAND.");
    }
    // With -1 empty words at the end are kept, so that there is a first one and none is overlooked.
    List<String> words = List.of(text.substring(ENCODE.length()).split("(?<!\\\\):", -1));
    if (!Encoder.exists(words.get(0))) {
      throw new UserError(
          "FFmpeg has no encoder '%s' here".formatted(words.get(0)),
          "Use libopenh264, libvpx, libvpx-vp9, libaom-av1, libsvtav1, mpeg2video, mpeg4 or mjpeg.");
    }
    return new StageRecipe(text, words.get(0), options(words), PATIENCE);
  }

  private static Map<String, String> options(List<String> words) {
    Map<String, String> options = new LinkedHashMap<>();
    if (words.get(0).equals("mjpeg")) {
      options.put("strict", "-1"); // Lets JPEG take samples of limited range as they are.
    }
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new UserError(
            "'%s' is no option of the encoder %s".formatted(word, words.get(0)),
            "Write key=value, and \\: for a colon in a value.");
      }
      options.put(word.substring(0, equals), word.substring(equals + 1).replace("\\:", ":"));
    }
    return options;
  }

  /**
   * Starts the stage for pictures like this one.
   *
   * @throws UserError if FFmpeg does not accept the filters, the options or the pictures, or the
   *     program cannot be started
   */
  public Stage start(Picture like, FrameRate frameRate) {
    VideoFormat format = VideoFormat.of(like, frameRate);
    if (text.startsWith(EXEC)) {
      return new ProgramStage(text, name, format, patience);
    }
    return text.startsWith(FILTER)
        ? new FilterStage(name, format)
        : new CodecStage(name, options, format);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
