package dev.pixelwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TensorRtTest {
  @ParameterizedTest
  @CsvSource({
    "libcuda.so.1, there is no NVIDIA driver, Install the driver",
    "libcudart.so.13, a library of CUDA is not installed, LD_LIBRARY_PATH",
    "libnvinfer.so.11, TensorRT is not installed, there in this version",
    "libnvonnxparser.so.11, TensorRT is not installed, LD_LIBRARY_PATH"
  })
  void aLibraryThatIsNotThereIsNamedWithWhatItBelongsTo(String library, String says, String hint) {
    // As JavaCPP tells it.
    Throwable cause =
        new UnsatisfiedLinkError(
            "/cache/libjnicudart.so: %s: cannot open shared object file: No such file"
                .formatted(library));
    LinkageError error = new UnsatisfiedLinkError("no jnicudart in java.library.path: /usr/lib");
    error.initCause(cause);

    UserError missing = TensorRt.noLibrary(error);

    assertThat(missing).hasMessage("%s (%s)".formatted(says, library));
    assertThat(missing.hint()).contains(hint);
  }
}
