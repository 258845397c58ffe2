package dev.pixelwatch.tools.bench;

import dev.pixelwatch.core.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width and height in pixels, written such as {@code 1920x1080}. */
public record FrameSize(int width, int height) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

  /**
   * Reads a size.
   *
   * @throws UserError if it is not a size of at least 16 x 16 and at most 8192 x 8192
   */
  public static FrameSize parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      FrameSize size =
          new FrameSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      if (Math.min(size.width, size.height) >= 16 && Math.max(size.width, size.height) <= 8192) {
        return size;
      }
    }
    throw new UserError(
        "'" + text + "' is not a frame size", "Write WIDTHxHEIGHT, such as 1920x1080.");
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
