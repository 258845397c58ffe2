package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written for a stage that Pixelwatch runs: {@code filter:GRAPH}, a graph of filters of
 * FFmpeg, or {@code encode:NAME[:key=value...]}, an encoder with its options.
 */
public final class StageRecipe {
  private static final String FILTER = "filter:";
  private static final String ENCODE = "encode:";

  private final String text;
  private final String name;
  private final Map<String, String> options;

  private StageRecipe(String text, String name, Map<String, String> options) {
    this.text = text;
    this.name = name;
    this.options = options;
  }

  /**
   * Reads a recipe. A colon in a value is written {@code \:}.
   *
   * @throws UserError if it is neither form, or if there is no such encoder
   */
  public static StageRecipe parse(String text) {
    if (text.startsWith(FILTER) && text.length() > FILTER.length()) {
      return new StageRecipe(text, text.substring(FILTER.length()), Map.of());
    }
    if (!text.startsWith(ENCODE) || text.length() == ENCODE.length()) {
      throw new UserError(
          "'" + text + "' is no stage",
          "Write filter:GRAPH, such as filter:gblur=sigma=2, or encode:NAME:key=value, such as"
              + " encode:libopenh264:b=2M.");
    }
    List<String> words = List.of(text.substring(ENCODE.length()).split("(?<!\\\\):"));
    if (!Encoder.exists(words.get(0))) {
      throw new UserError(
          "FFmpeg has no encoder '%s' here".formatted(words.get(0)),
          "Use libopenh264, libvpx, libvpx-vp9, libaom-av1, libsvtav1, mpeg2video, mpeg4 or mjpeg.");
    }
    return new StageRecipe(text, words.get(0), options(words));
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
   * @throws UserError if FFmpeg does not accept the filters, the options or the pictures
   */
  public Stage start(Picture like, FrameRate frameRate) {
    VideoFormat format = VideoFormat.of(like, frameRate);
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
