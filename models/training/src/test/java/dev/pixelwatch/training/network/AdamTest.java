package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamTest {
  private static final String BIAS = "stem.luma.beta";

  private final Parameters parameters = Parameters.initial(NetworkSize.LIVE, 1);

  @Test
  void theFirstStepMovesEveryValueByTheLearningRateAgainstItsGradient() {
    float[] gradient = new float[parameters.values(BIAS).length];
    Arrays.fill(gradient, 0.01f);
    gradient[0] = -0.003f;

    new Adam(parameters).step(parameters, Map.of(BIAS, gradient), 0.01);

    assertThat(parameters.values(BIAS)[0]).isCloseTo(0.01f, within(1e-6f));
    assertThat(parameters.values(BIAS)[1]).isCloseTo(-0.01f, within(1e-6f));
  }

  @Test
  void aGradientThatIsFarTooLongCountsNoMoreThanALongOne() {
    Adam adam = new Adam(parameters);
    Adam other = new Adam(parameters);
    Parameters copy = parameters.copy();
    adam.step(parameters, Map.of(BIAS, filled(0.001f)), 0.01);
    other.step(copy, Map.of(BIAS, filled(0.001f)), 0.01);

    adam.step(parameters, Map.of(BIAS, filled(1000)), 0.01);
    other.step(copy, Map.of(BIAS, filled(10)), 0.01);

    assertThat(parameters.values(BIAS)[0]).isCloseTo(copy.values(BIAS)[0], within(1e-6f));
  }

  @Test
  void aGradientThatIsNotFiniteMovesNothing() {
    float[] before = parameters.values(BIAS).clone();
    float[] gradient = filled(0.01f);
    gradient[3] = Float.NaN;

    new Adam(parameters).step(parameters, Map.of(BIAS, gradient), 0.01);

    assertThat(parameters.values(BIAS)).isEqualTo(before);
  }

  private float[] filled(float value) {
    float[] gradient = new float[parameters.values(BIAS).length];
    Arrays.fill(gradient, value);
    return gradient;
  }

  @Test
  void itFindsTheLeastOfASquare() {
    Adam adam = new Adam(parameters);
    float[] values = parameters.values(BIAS);
    for (int step = 0; step < 500; step++) {
      float[] gradient = new float[values.length];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = 2 * (values[i] - 0.7f);
      }
      adam.step(parameters, Map.of(BIAS, gradient), 0.02);
    }

    for (float value : values) {
      assertThat(value).isCloseTo(0.7f, within(0.01f));
    }
  }

  @Test
  void parametersAndMomentsSurviveAFile() throws IOException {
    Adam adam = new Adam(parameters);
    float[] gradient = new float[parameters.values(BIAS).length];
    Arrays.fill(gradient, 0.3f);
    adam.step(parameters, Map.of(BIAS, gradient), 0.01);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    parameters.write(out);
    adam.write(out);

    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    Parameters read = Parameters.read(in);
    Adam readAdam = Adam.read(in, read);
    adam.step(parameters, Map.of(BIAS, gradient), 0.01);
    readAdam.step(read, Map.of(BIAS, gradient), 0.01);

    parameters
        .tensors()
        .forEach((name, tensor) -> assertThat(read.values(name)).isEqualTo(tensor.values()));
  }

  @Test
  void aFileThatEndsEarlyIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parameters.write(new DataOutputStream(bytes));
    byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);

    assertThatThrownBy(() -> Parameters.read(new DataInputStream(new ByteArrayInputStream(half))))
        .isInstanceOf(IOException.class);
  }
}
