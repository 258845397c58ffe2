package dev.pixelwatch.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameSizeTest {
  @ParameterizedTest
  @ValueSource(strings = {"16x16", "1920x1080", "8192x16", "16x8192", "8192x8192", "131x97"})
  void aSizeWithinTheLimitsIsWrittenAsItWasRead(String text) {
    assertThat(FrameSize.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "15x16",
        "16x15",
        "8193x16",
        "16x8193",
        "99999x99999",
        "0x0",
        "-64x64",
        "64",
        "64x",
        "x64",
        "64X64",
        "64 x 64",
        "64x64x3",
        "64.5x64",
        "123456x64",
        ""
      })
  void anythingElseIsNamedWithAnExample(String text) {
    assertThatThrownBy(() -> FrameSize.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessage("'" + text + "' is not a frame size")
        .extracting(e -> ((UserError) e).hint())
        .asString()
        .contains("1920x1080");
  }
}
