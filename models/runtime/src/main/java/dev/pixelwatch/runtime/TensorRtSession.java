package dev.pixelwatch.runtime;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.cuda.cudart.CUstream_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorrt.nvinfer.ICudaEngine;
import org.bytedeco.tensorrt.nvinfer.IExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One way through the GPU for frames of one size, used by one thread at a time: a CUDA stream, so
 * that the copies of one session overlap with the arithmetic of another, and memory on both sides
 * that the GPU copies from and to by itself.
 */
final class TensorRtSession {
  private static final Logger LOG = LoggerFactory.getLogger(TensorRtSession.class);

  private final List<Pointer> onHost = new ArrayList<>();
  private final List<Pointer> onDevice = new ArrayList<>();
  private final CUstream_st stream = new CUstream_st();
  private final InputPlanes planes = new InputPlanes(this::pinnedBytes);
  private final int rows;
  private final int columns;
  private Pointer luma;
  private Pointer chroma;
  private FloatPointer map;
  private FloatPointer score;
  private IExecutionContext context;

  /**
   * @param engine of a plan for this size
   * @param width of the padded frames in pixels, a multiple of 16
   * @param height likewise
   * @throws IllegalStateException if the GPU has no room, or fails
   */
  TensorRtSession(ICudaEngine engine, int width, int height) {
    rows = DistortionMap.cells(height);
    columns = DistortionMap.cells(width);
    try {
      open(engine, width, height);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open(ICudaEngine engine, int width, int height) {
    TensorRt.check(cudart.cudaStreamCreateWithFlags(stream, cudart.cudaStreamNonBlocking));
    planes.resize(width, height);
    luma = onHost.get(0);
    chroma = onHost.get(1);
    map = pinnedFloats(DistortionType.COUNT * rows * columns);
    score = pinnedFloats(1);
    context = PlanBuilder.made("execution context", engine.createExecutionContext());
    address("luma", luma.capacity());
    address("chroma", chroma.capacity());
    address("map", Float.BYTES * map.capacity());
    address("score", Float.BYTES);
  }

  /** Gives a tensor memory on the GPU, in the order of the names. */
  private void address(String tensor, long bytes) {
    Pointer memory = new Pointer();
    TensorRt.check(cudart.cudaMalloc(memory, bytes));
    onDevice.add(memory);
    if (!context.setTensorAddress(tensor, memory)) {
      throw new IllegalStateException("TensorRT has no tensor " + tensor);
    }
  }

  private ByteBuffer pinnedBytes(int bytes) {
    BytePointer memory = new BytePointer();
    TensorRt.check(cudart.cudaMallocHost(memory, bytes));
    memory.capacity(bytes);
    onHost.add(memory);
    return memory.asByteBuffer();
  }

  private FloatPointer pinnedFloats(int floats) {
    FloatPointer memory = new FloatPointer();
    TensorRt.check(cudart.cudaMallocHost(memory, (long) floats * Float.BYTES));
    memory.capacity(floats);
    onHost.add(memory);
    return memory;
  }

  /** Compares two pictures whose padded size is that of the session. */
  Assessment assess(Picture reference, Picture processed) {
    planes.fill(reference, processed);
    toDevice(0, luma);
    toDevice(1, chroma);
    if (!context.enqueueV3(stream)) {
      throw new IllegalStateException("TensorRT failed on a pair of frames");
    }
    toHost(map, 2);
    toHost(score, 3);
    TensorRt.check(cudart.cudaStreamSynchronize(stream));
    float[] values = new float[(int) map.capacity()];
    map.get(values);
    return new Assessment(
        new DistortionMap(rows, columns, values), OnnxAssessor.POINTS * score.get());
  }

  private void toDevice(int tensor, Pointer from) {
    TensorRt.check(
        cudart.cudaMemcpyAsync(
            onDevice.get(tensor), from, from.capacity(), cudart.cudaMemcpyHostToDevice, stream));
  }

  private void toHost(FloatPointer to, int tensor) {
    TensorRt.check(
        cudart.cudaMemcpyAsync(
            to,
            onDevice.get(tensor),
            Float.BYTES * to.capacity(),
            cudart.cudaMemcpyDeviceToHost,
            stream));
  }

  /** Gives the memory back; what TensorRT holds is given back when the program ends. */
  void close() {
    onDevice.forEach(memory -> note(cudart.cudaFree(memory)));
    onHost.forEach(memory -> note(cudart.cudaFreeHost(memory)));
    if (!stream.isNull()) {
      note(cudart.cudaStreamDestroy(stream));
    }
  }

  private static void note(int error) {
    if (error != cudart.cudaSuccess) {
      LOG.warn("Memory of the GPU was not given back: {}", TensorRt.describe(error));
    }
  }
}
