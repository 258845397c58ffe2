package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as it is typed and said, in powers of 1000. */
final class SizeArgument {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?([kMGT]?)B?");
  private static final List<String> UNITS = List.of("", "k", "M", "G", "T");

  private SizeArgument() {}

  /**
   * Reads a size such as {@code 500MB}.
   *
   * @throws UserError if it is none, or nothing
   */
  static long parse(String option, String text) {
    Matcher size = SIZE.matcher(text);
    if (size.matches()) {
      double bytes =
          Double.parseDouble(size.group(1)) * Math.pow(1000, UNITS.indexOf(size.group(2)));
      if (bytes >= 1) {
        return Math.round(bytes);
      }
    }
    throw new UserError(
        option + " is '" + text + "', which is no size", "Write it as 500MB or 20GB.");
  }

  /** Such as {@code 1.4 GB}. */
  static String words(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.size() - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit == 0 || value >= 99.95 ? "%.0f %sB" : "%.1f %sB", value, UNITS.get(unit));
  }
}
