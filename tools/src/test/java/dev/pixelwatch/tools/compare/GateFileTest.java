package dev.pixelwatch.tools.compare;

import static dev.pixelwatch.core.DistortionType.BANDING;
import static dev.pixelwatch.core.DistortionType.NOISE;
import static dev.pixelwatch.core.DistortionType.TINT;
import static dev.pixelwatch.tools.compare.Scored.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gates in YAML. */
final class GateFileTest {
  @TempDir private Path folder;

  private Gate read(String text) throws IOException {
    return GateFile.read(Files.writeString(folder.resolve("gate.yaml"), text));
  }

  @Test
  void everyKeyIsTakenOver() throws IOException {
    Gate gate =
        read(
            """
            confidence: 0.9
            intensity-step: 0.03
            score-step: 2
            steps: {banding: 0.01}
            allow:
              noise: 0.05
              score: 3
            ignore: [tint]
            """);

    assertThat(gate.confidence()).isEqualTo(0.9);
    assertThat(gate.step(type(NOISE))).isEqualTo(0.03);
    assertThat(gate.step(type(BANDING))).isEqualTo(0.01);
    assertThat(gate.step(Quantity.SCORE)).isEqualTo(2);
    assertThat(gate.allowed(type(NOISE))).isEqualTo(0.05);
    assertThat(gate.allowed(type(BANDING))).isEqualTo(0.01);
    assertThat(gate.allowed(Quantity.SCORE)).isEqualTo(3);
    assertThat(gate.allowed(type(TINT))).isInfinite();
  }

  @Test
  void anEmptyFileIsTheDefaultGate() throws IOException {
    assertThat(read("# nothing yet\n")).isEqualTo(Gate.defaults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          confidence: 95                 | line 1: confidence is 95, which is not in 0.5 to 0.999
          allow:\\n  nois: 0.1           | line 2: nois names 'nois', which is no distortion type
          allow:\\n  noise: much         | line 2: noise is 'much', which is no number
          allow:\\n  noise: -1           | line 2: noise is -1, which is not in 0 to 1
          steps:\\n  noise: 0            | line 2: noise is 0, which is not in 0.001 to 1
          allowed:\\n  noise: 0.1        | line 1: allowed is no key of a gate; there are confidence
          ignore: noise                  | line 1: ignore needs a list
          confidence: 0.9\\nignore: [x]  | line 2: ignore names 'x', which is no distortion type
          allow: [noise]                 | line 1: allow needs keys with values
          allow: {noise                  | this is no YAML
          """)
  void aWrongGateIsRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(folder.resolve("gate.yaml") + ", line ")
        .hasMessageContaining(message);
  }
}
