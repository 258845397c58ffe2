package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistortionNetTest {
  @TempDir Path folder;

  @Test
  void liveStaysWithinItsBudgetAtFullHd() {
    assertThat(MacCounter.ofPair(NetworkSize.LIVE, 1920, 1080)).isLessThan(2_100_000_000L);
    assertThat(Parameters.initial(NetworkSize.LIVE, 1).count()).isLessThan(120_000);
  }

  @Test
  void studioStaysWithinItsBudgetAtFullHd() {
    assertThat(MacCounter.ofPair(NetworkSize.STUDIO, 1920, 1080)).isLessThan(25_000_000_000L);
  }

  @ParameterizedTest
  @EnumSource(NetworkSize.class)
  void theExportedNetworkAnswersAsTheTrainedOne(NetworkSize size) throws IOException {
    Parameters parameters = trained(size);
    Batch batch = RandomBatch.of(1, 64, 7);

    DistortionNet.Output<float[]> trained = forward(parameters, batch);
    Assessment exported = assess(parameters, batch, 0, 1);

    assertThat(exported.map().values()).hasSameSizeAs(trained.map());
    for (int i = 0; i < trained.map().length; i++) {
      assertThat(exported.map().values()[i]).isCloseTo(trained.map()[i], within(2e-5f));
    }
    assertThat(exported.score()).isCloseTo(100 * trained.score()[0], within(1e-2));
  }

  @ParameterizedTest
  @EnumSource(NetworkSize.class)
  void anExportedNetworkCanBeTakenUpAgain(NetworkSize size) throws IOException {
    Parameters parameters = trained(size);
    Batch batch = RandomBatch.of(3, 64, 7);
    try (Objective objective = new Objective(ComputeDevice.CPU)) {
      byte[] file = OnnxExport.toOnnx(parameters, Map.of());
      Parameters again = objective.takeUp(file, size, 1, batch);

      float[] before = objective.answer(parameters, batch).maps();
      float[] after = objective.answer(again, batch).maps();
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i]).isCloseTo(before[i], within(1e-4f));
      }
    }
  }

  @Test
  void swappingThePairMirrorsTheMapAndNegatesTheScore() throws IOException {
    Parameters parameters = trained(NetworkSize.LIVE);
    Batch batch = RandomBatch.of(1, 96, 3);

    Assessment forward = assess(parameters, batch, 0, 1);
    Assessment backward = assess(parameters, batch, 1, 0);

    DistortionMap mirrored = backward.map().mirrored();
    for (int i = 0; i < mirrored.values().length; i++) {
      assertThat(forward.map().values()[i]).isCloseTo(mirrored.values()[i], within(1e-6f));
    }
    assertThat(forward.score()).isCloseTo(-backward.score(), within(1e-4));
  }

  @Test
  void identicalFramesGiveExactlyOneHalfAndScoreZero() throws IOException {
    Assessment same = assess(trained(NetworkSize.LIVE), RandomBatch.of(1, 96, 3), 0, 0);

    for (float value : same.map().values()) {
      assertThat(value).isEqualTo(0.5f);
    }
    assertThat(same.score()).isZero();
  }

  /** Parameters after a few steps, so that no statistic is still at its first value. */
  private static Parameters trained(NetworkSize size) {
    Parameters parameters = Parameters.initial(size, 5);
    Adam adam = new Adam(parameters);
    try (Objective objective = new Objective(ComputeDevice.CPU)) {
      for (int step = 0; step < 3; step++) {
        Batch batch = RandomBatch.of(2, 64, step);
        adam.step(parameters, objective.differentiate(parameters, batch).gradients(), 1e-2);
      }
    }
    return parameters;
  }

  private Assessment assess(Parameters parameters, Batch batch, int reference, int processed)
      throws IOException {
    Path file = folder.resolve("net.onnx");
    Files.write(file, OnnxExport.toOnnx(parameters, Map.of()));
    Picture first = RandomBatch.frame(batch, reference);
    Picture second = RandomBatch.frame(batch, processed);
    try (DistortionNetwork network = OnnxNetwork.load(file, 1);
        Assessor assessor = network.newAssessor()) {
      return assessor.assess(first, second);
    }
  }

  private static DistortionNet.Output<float[]> forward(Parameters parameters, Batch batch) {
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      parameters
          .tensors()
          .forEach((name, t) -> arrays.put(name, manager.create(t.values(), new Shape(t.shape()))));
      int size = batch.size();
      DistortionNet.Output<NDArray> output =
          DistortionNet.define(
              new DjlOps(arrays, false),
              parameters.size(),
              floats(manager, batch.luma(), new Shape(2, 1, size, size)),
              floats(manager, batch.chroma(), new Shape(2, 2, size / 2, size / 2)));
      return new DistortionNet.Output<>(
          output.map().toFloatArray(),
          output.score().toFloatArray(),
          output.embedding().toFloatArray());
    }
  }

  private static NDArray floats(NDManager manager, byte[] values, Shape shape) {
    return manager
        .create(ByteBuffer.wrap(values), shape, DataType.UINT8)
        .toType(DataType.FLOAT32, false);
  }
}
