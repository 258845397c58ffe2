package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PyTorch's convolutions beside sums that are written out, at the size of a training batch. */
class ConvolutionTest {
  private static final int FRAMES = 32;
  private static final int SAMPLES = 200;

  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest(name = "{0} to {1} channels, kernel {2}, stride {3}, side {4}")
  @CsvSource({
    "1, 16, 4, 4, 64",
    "16, 32, 3, 2, 32",
    "24, 32, 3, 2, 32",
    "24, 24, 3, 2, 32",
    "32, 32, 3, 2, 16",
    "40, 40, 3, 1, 8",
    "56, 32, 3, 2, 16",
    "136, 96, 1, 1, 8"
  })
  void sumsAndGradientsAreRight(int in, int out, int kernel, int stride, int side) {
    int sideOut = side / stride;
    float[] x = values(FRAMES * in * side * side);
    float[] weight = values(out * in * kernel * kernel);
    float[] gain = values(FRAMES * out * sideOut * sideOut);
    Engine engine = Engine.getEngine("PyTorch");
    try (NDManager manager = engine.newBaseManager();
        GradientCollector collector = engine.newGradientCollector()) {
      NDArray xs = manager.create(x, new Shape(FRAMES, in, side, side));
      NDArray ws = manager.create(weight, new Shape(out, in, kernel, kernel));
      xs.setRequiresGradient(true);
      ws.setRequiresGradient(true);
      NDArray y = Convolution.of(xs, ws, stride);
      collector.backward(
          y.mul(manager.create(gain, new Shape(FRAMES, out, sideOut, sideOut))).sum());

      Plain plain = new Plain(in, out, kernel, stride, side, sideOut);
      float[] sums = y.toFloatArray();
      float[] gradients = xs.getGradient().toFloatArray();
      for (int sample = 0; sample < SAMPLES; sample++) {
        int i = random.nextInt(sums.length);
        assertThat(sums[i]).isCloseTo(plain.sum(x, weight, i), within(1e-3f));
        int j = random.nextInt(gradients.length);
        assertThat(gradients[j]).isCloseTo(plain.gradient(gain, weight, j), within(1e-3f));
      }
    }
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** The definition, sample by sample. */
  private record Plain(int in, int out, int kernel, int stride, int side, int sideOut) {
    float sum(float[] x, float[] weight, int index) {
      int column = index % sideOut;
      int row = index / sideOut % sideOut;
      int channelOut = index / (sideOut * sideOut) % out;
      int frame = index / (sideOut * sideOut * out);
      double sum = 0;
      for (int tap = 0; tap < in * kernel * kernel; tap++) {
        int across = column * stride + tap % kernel - padding();
        int down = row * stride + tap / kernel % kernel - padding();
        if (across >= 0 && down >= 0 && across < side && down < side) {
          int channel = tap / (kernel * kernel);
          sum +=
              (double) weight[channelOut * in * kernel * kernel + tap]
                  * x[((frame * in + channel) * side + down) * side + across];
        }
      }
      return (float) sum;
    }

    float gradient(float[] gain, float[] weight, int index) {
      int column = index % side;
      int row = index / side % side;
      int channel = index / (side * side) % in;
      int frame = index / (side * side * in);
      double sum = 0;
      for (int tap = 0; tap < out * kernel * kernel; tap++) {
        int across = column + padding() - tap % kernel;
        int down = row + padding() - tap / kernel % kernel;
        int channelOut = tap / (kernel * kernel);
        boolean whole = across % stride == 0 && down % stride == 0 && across >= 0 && down >= 0;
        if (whole && across / stride < sideOut && down / stride < sideOut) {
          int at = (channelOut * in + channel) * kernel * kernel + tap % (kernel * kernel);
          int from = (frame * out + channelOut) * sideOut + down / stride;
          sum += (double) weight[at] * gain[from * sideOut + across / stride];
        }
      }
      return (float) sum;
    }

    private int padding() {
      return kernel % 2 == 1 ? kernel / 2 : 0;
    }
  }
}
