package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both interpreters against sums that are written out. */
final class MeanAroundTest {
  private static final int CHANNELS = 16;

  @ParameterizedTest(name = "{0} x {1} positions, side {2}")
  @CsvSource({"20, 17, 3", "20, 17, 7", "20, 17, 15", "4, 6, 15", "1, 3, 7", "1, 1, 3"})
  void itIsTheMeanOfWhatLiesInTheFrame(int height, int width, int side) throws OrtException {
    SplittableRandom random = new SplittableRandom(1);
    float[] x = new float[CHANNELS * height * width];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextDouble();
    }

    float[] trained = djl(x, height, width, side);
    float[] exported = onnx(x, height, width, side);

    for (int i = 0; i < x.length; i++) {
      float expected = mean(x, height, width, side / 2, i);
      assertThat(trained[i]).isCloseTo(expected, within(1e-5f));
      assertThat(exported[i]).isCloseTo(expected, within(1e-5f));
    }
  }

  private static float mean(float[] x, int height, int width, int radius, int at) {
    int column = at % width;
    int row = at / width % height;
    int plane = at - row * width - column;
    double sum = 0;
    int count = 0;
    for (int j = Math.max(0, row - radius); j <= Math.min(height - 1, row + radius); j++) {
      for (int i = Math.max(0, column - radius); i <= Math.min(width - 1, column + radius); i++) {
        sum += x[plane + j * width + i];
        count++;
      }
    }
    return (float) (sum / count);
  }

  private static float[] djl(float[] x, int height, int width, int side) {
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      return new DjlOps(Map.of(), false)
          .meanAround(manager.create(x, new Shape(1, CHANNELS, height, width)), side)
          .toFloatArray();
    }
  }

  private static float[] onnx(float[] x, int height, int width, int side) throws OrtException {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("mean");
    TypeProto type =
        TypeProto.newBuilder()
            .setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE))
            .build();
    graph.addInput(ValueInfoProto.newBuilder().setName("x").setType(type));
    graph.addOutput(ValueInfoProto.newBuilder().setName("y").setType(type));
    OnnxOps ops = new OnnxOps(graph, Parameters.empty(NetworkSize.LIVE));
    ops.output(ops.meanAround(new OnnxOps.Value("x", CHANNELS), side), "y");
    byte[] model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setGraph(graph)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
            .build()
            .toByteArray();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(x), new long[] {1, CHANNELS, height, width});
        OrtSession.Result result = session.run(Map.of("x", input))) {
      float[] y = new float[x.length];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(y);
      return y;
    }
  }
}
