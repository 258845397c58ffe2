package dev.pixelwatch.media;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a program that is a stage is told of the frames, as environment variables; a shell command
 * can use them as arguments. The names are a contract.
 */
final class ProgramEnvironment {
  private ProgramEnvironment() {}

  /** Names as FFmpeg uses them: {@code yuv420p} is planar 4:2:0 with 8 bits, also called I420. */
  static Map<String, String> of(VideoFormat format) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PIXELWATCH_WIDTH", Integer.toString(format.width()));
    variables.put("PIXELWATCH_HEIGHT", Integer.toString(format.height()));
    variables.put("PIXELWATCH_SIZE", format.width() + "x" + format.height());
    variables.put("PIXELWATCH_FORMAT", "yuv420p");
    variables.put("PIXELWATCH_FPS", format.frameRate().toString());
    variables.put("PIXELWATCH_MATRIX", format.matrix().name().toLowerCase(Locale.ROOT));
    variables.put("PIXELWATCH_RANGE", format.range().name().toLowerCase(Locale.ROOT));
    return variables;
  }
}
