package dev.pixelwatch.tools.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeArgumentTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T10:00:00Z,2026-05-01T10:00:00Z",
    "2026-05-01T10:00+02:00,2026-05-01T08:00:00Z",
    "-90s,2026-05-01T11:58:30Z",
    "-10m,2026-05-01T11:50:00Z",
    "-2h,2026-05-01T10:00:00Z",
    "-1d,2026-04-30T12:00:00Z",
    "beginning,1970-01-01T00:00:00Z",
    "-99999d,1970-01-01T00:00:00Z",
    "-999999999d,1970-01-01T00:00:00Z",
    "1969-07-20T20:17:00Z,1970-01-01T00:00:00Z"
  })
  void timesAreRead(String text, Instant time) {
    assertThat(TimeArgument.parse("--from", text, NOW)).contains(time);
  }

  @Test
  void withoutAZoneItIsThatOfThisMachine() {
    assertThat(TimeArgument.parse("--from", "2026-05-01T10:00:00", NOW))
        .contains(
            LocalDateTime.parse("2026-05-01T10:00:00").atZone(ZoneId.systemDefault()).toInstant());
  }

  @Test
  void nowIsNoFixedTime() {
    assertThat(TimeArgument.parse("--from", "now", NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "noon", "10m", "-10", "2026-13-01T00:00:00Z", "12:00"})
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> TimeArgument.parse("--to", text, NOW))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--to is '" + text + "'");
  }
}
