package dev.pixelwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a machine whose GPU, if it has one, cannot be used. */
final class NetworksTest {
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void withoutTensorRt() {
    assumeTrue(Networks.withoutTensorRt().isPresent());
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"AUTO", "CPU"})
  void theCpuScores(Engine engine) {
    try (DistortionNetwork network = Networks.open("live", engine, 1, notices::add)) {
      assertThat(network.engine()).contains("CPU");
      assertThat(network.model().name()).isEqualTo("live");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"TENSORRT", "TENSORRT_FP32"})
  void aGpuThatWasAskedForIsNotReplaced(Engine engine) {
    assertThatThrownBy(() -> Networks.open("live", engine, 1, notices::add))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.hint()).contains("--engine cpu"));
  }

  @Test
  void aNetworkThatIsNotThereIsAnErrorOnEveryEngine() {
    for (Engine engine : Engine.values()) {
      assertThatThrownBy(() -> Networks.open("no-such.onnx", engine, 1, notices::add))
          .isInstanceOf(UserError.class);
    }
  }

  @Test
  void aFileThatIsNoNetworkIsAnErrorOnEveryEngine(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("letter.onnx"), "no network");

    for (Engine engine : Engine.values()) {
      assertThatThrownBy(() -> Networks.open(file.toString(), engine, 1, notices::add))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("letter.onnx is not a network");
    }
  }

  @Test
  void theNamesInOptionsAreLowerCase() {
    assertThat(Engine.values())
        .extracting(Engine::id)
        .containsExactly("auto", "cpu", "tensorrt", "tensorrt-fp32");
  }
}
