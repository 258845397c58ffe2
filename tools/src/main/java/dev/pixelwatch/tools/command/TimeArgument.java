package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as it is typed. */
final class TimeArgument {
  private static final Pattern AGO = Pattern.compile("-(\\d{1,9})([smhd])");

  private TimeArgument() {}

  /**
   * Reads a time: ISO 8601 (without a zone in that of this machine), {@code -10m} for ten minutes
   * ago, {@code beginning}, or {@code now}. Nothing was published before 1970, and Kafka knows no
   * such time: the beginning is meant.
   *
   * @return empty for now
   * @throws UserError if it is none of these
   */
  static Optional<Instant> parse(String option, String text, Instant now) {
    if (text.equals("now")) {
      return Optional.empty();
    }
    if (text.equals("beginning")) {
      return Optional.of(Instant.EPOCH);
    }
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      return since1970(now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2))));
    }
    try {
      return since1970(
          text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant());
    } catch (DateTimeParseException e) {
      throw new UserError(
          option + " is '" + text + "', which is no time",
          "Write it as 2026-05-01T12:00:00Z, -10m for ten minutes ago, beginning, or now.",
          e);
    }
  }

  private static Optional<Instant> since1970(Instant time) {
    return Optional.of(time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time);
  }

  private static Duration duration(long count, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
