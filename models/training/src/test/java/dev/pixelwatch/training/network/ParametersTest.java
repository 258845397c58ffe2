package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParametersTest {
  private final Parameters parameters = Parameters.initial(NetworkSize.LIVE, 1);

  @Test
  void aSeedRepeatsTheValuesAndAnotherDoesNot() {
    String weight = aWeight();

    assertThat(Parameters.initial(NetworkSize.LIVE, 1).values(weight))
        .isEqualTo(parameters.values(weight));
    assertThat(Parameters.initial(NetworkSize.LIVE, 2).values(weight))
        .isNotEqualTo(parameters.values(weight));
  }

  @ParameterizedTest
  @EnumSource
  void weightsAreSpreadSoThatSignalsKeepTheirStrength(NetworkSize size) {
    // He et al. 2015: variance 2 over the inputs of a neuron.
    Parameters.initial(size, 3)
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.endsWith(".weight") && tensor.values().length > 2000) {
                long inputs = tensor.values().length / tensor.shape()[0];
                double squares = 0;
                for (float v : tensor.values()) {
                  squares += v * v;
                }
                assertThat(squares / tensor.values().length * inputs / 2)
                    .as(name)
                    .isCloseTo(1, within(0.1));
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyTensorHasAsManyValuesAsItsShapeSays(NetworkSize size) {
    Parameters.initial(size, 1)
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b))
                    .as(name)
                    .isEqualTo(tensor.values().length));
  }

  @Test
  void runningStatisticsAreKeptButNotTrained() {
    long all =
        parameters.tensors().values().stream().mapToLong(tensor -> tensor.values().length).sum();
    long statistics =
        parameters.tensors().entrySet().stream()
            .filter(e -> e.getKey().endsWith(".mean") || e.getKey().endsWith(".variance"))
            .peek(e -> assertThat(e.getValue().trained()).isFalse())
            .mapToLong(e -> e.getValue().values().length)
            .sum();

    assertThat(parameters.count()).isEqualTo(all - statistics);
    assertThat(statistics).isPositive();
  }

  @Test
  void aCopySharesNothing() {
    Parameters copy = parameters.copy();
    copy.tensors().values().forEach(tensor -> Arrays.fill(tensor.values(), 9));

    parameters
        .tensors()
        .forEach((name, tensor) -> assertThat(tensor.values()).as(name).doesNotContain(9));
    assertThat(copy.tensors().keySet()).isEqualTo(parameters.tensors().keySet());
    assertThat(copy.count()).isEqualTo(parameters.count());
  }

  @Test
  void aThirdOfTheWayIsAThirdOfTheDifferenceOfEveryTensor() {
    Parameters start = parameters.copy();
    Parameters goal = parameters.copy();
    goal.tensors().values().forEach(tensor -> Arrays.fill(tensor.values(), 7));

    parameters.approach(goal, 1 / 3.0);

    parameters
        .tensors()
        .forEach(
            (name, tensor) -> {
              float[] from = start.values(name);
              float[] to = goal.values(name);
              for (int i = 0; i < from.length; i++) {
                float expected = from[i] + (to[i] - from[i]) / 3;
                assertThat(tensor.values()[i]).as(name).isCloseTo(expected, within(1e-6f));
              }
            });
  }

  @Test
  void aNameStandsForOneLayer() {
    assertThatIllegalStateException()
        .isThrownBy(() -> parameters.declare(aWeight(), true, new float[1], 1))
        .withMessageContaining(aWeight());
  }

  @ParameterizedTest
  @EnumSource
  void everyBitSurvivesAFileWhateverTheValue(NetworkSize size) throws IOException {
    Parameters odd = Parameters.initial(size, 4);
    float[] values = odd.values(aWeight());
    float[] strange = {
      -0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 1 / 3f
    };
    System.arraycopy(strange, 0, values, 0, strange.length);

    Parameters read = read(bytes(odd));

    assertThat(read.size()).isEqualTo(size);
    odd.tensors()
        .forEach(
            (name, tensor) -> {
              for (int i = 0; i < tensor.values().length; i++) {
                assertThat(Float.floatToRawIntBits(read.values(name)[i]))
                    .isEqualTo(Float.floatToRawIntBits(tensor.values()[i]));
              }
            });
  }

  @Test
  void parametersMayBeFollowedByMore() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    parameters.write(out);
    out.writeInt(4711);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    Parameters.read(in);

    assertThat(in.readInt()).isEqualTo(4711);
  }

  @Test
  void anUnknownSizeIsRefused() throws IOException {
    byte[] bytes = bytes(parameters);
    bytes[2] = 'f';

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no network five");
  }

  @Test
  void anotherNumberOfLayersIsRefused() throws IOException {
    byte[] bytes = bytes(parameters);
    // The number of layers follows the name: two bytes of length and "live".
    bytes[9]++;

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("the layers are not those of live");
  }

  @Test
  void aLayerOfAnotherNameOrLengthIsRefused() throws IOException {
    String first = parameters.tensors().keySet().iterator().next();
    int name = 12;
    for (int place : new int[] {name, name + first.length() + 3}) {
      byte[] bytes = bytes(parameters);
      bytes[place] ^= 1;

      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(IOException.class)
          .hasMessage("the layer " + first + " is not that of live");
    }
  }

  private String aWeight() {
    return parameters.tensors().keySet().stream()
        .filter(name -> name.endsWith(".weight"))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] bytes(Parameters parameters) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parameters.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Parameters read(byte[] bytes) throws IOException {
    return Parameters.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
