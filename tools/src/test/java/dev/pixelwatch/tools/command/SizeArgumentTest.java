package dev.pixelwatch.tools.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SizeArgumentTest {
  @ParameterizedTest
  @CsvSource({"500MB,500000000", "1.5G,1500000000", "10 kB,10000", "77,77", "2T,2000000000000"})
  void sizesAreReadInPowersOfAThousand(String text, long bytes) {
    assertThat(SizeArgument.parse("--max-size", text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "MB", "-1MB", "1MiB", "1e9", "many"})
  void whatIsNoSizeIsRefused(String text) {
    assertThatThrownBy(() -> SizeArgument.parse("--max-size", text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--max-size is '" + text + "'");
  }

  @ParameterizedTest
  @CsvSource({"0,0 B", "999,999 B", "1400,1.4 kB", "999600,1.0 MB", "187300000,187 MB"})
  void sizesAreSaidInTheLargestUnitThatFits(long bytes, String words) {
    assertThat(SizeArgument.words(bytes)).isEqualTo(words);
  }
}
