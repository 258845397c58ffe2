package dev.pixelwatch.runtime;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import java.nio.ByteBuffer;
import org.bytedeco.cuda.cudart.CUstream_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorrt.nvinfer.ICudaEngine;
import org.bytedeco.tensorrt.nvinfer.IExecutionContext;

/**
 * One way through the GPU for frames of one size, used by one thread at a time: a CUDA stream, so
 * that the copies of one session overlap with the arithmetic of another, and memory on both sides
 * that the GPU copies from and to by itself.
 */
final class TensorRtSession {
  private final InputPlanes planes;
  private final IExecutionContext context;
  private final CUstream_st stream = new CUstream_st();
  private final Pointer luma;
  private final Pointer chroma;
  private final Pointer deviceLuma;
  private final Pointer deviceChroma;
  private final Pointer deviceMap;
  private final Pointer deviceScore;
  private final FloatPointer map;
  private final FloatPointer score;
  private final int rows;
  private final int columns;

  /**
   * @param engine of a plan for this size
   * @param width of the padded frames in pixels, a multiple of 16
   * @param height likewise
   */
  TensorRtSession(ICudaEngine engine, int width, int height) {
    rows = DistortionMap.cells(height);
    columns = DistortionMap.cells(width);
    planes = new InputPlanes(width, height);
    luma = pinned(planes.luma());
    chroma = pinned(planes.chroma());
    map = pinned(DistortionType.COUNT * rows * columns);
    score = pinned(1);
    deviceLuma = onDevice(luma.capacity());
    deviceChroma = onDevice(chroma.capacity());
    deviceMap = onDevice(Float.BYTES * map.capacity());
    deviceScore = onDevice(Float.BYTES);
    TensorRt.check(cudart.cudaStreamCreateWithFlags(stream, cudart.cudaStreamNonBlocking));
    context = PlanBuilder.made("an execution context", engine.createExecutionContext());
    address("luma", deviceLuma);
    address("chroma", deviceChroma);
    address("map", deviceMap);
    address("score", deviceScore);
  }

  private void address(String tensor, Pointer memory) {
    if (!context.setTensorAddress(tensor, memory)) {
      throw new IllegalStateException("TensorRT has no tensor " + tensor);
    }
  }

  private static Pointer pinned(ByteBuffer buffer) {
    Pointer memory = new Pointer(buffer).capacity(buffer.capacity());
    TensorRt.check(
        cudart.cudaHostRegister(memory, memory.capacity(), cudart.cudaHostRegisterDefault));
    return memory;
  }

  private static FloatPointer pinned(int floats) {
    FloatPointer memory = new FloatPointer();
    TensorRt.check(cudart.cudaMallocHost(memory, (long) floats * Float.BYTES));
    memory.capacity(floats);
    return memory;
  }

  private static Pointer onDevice(long bytes) {
    Pointer memory = new Pointer();
    TensorRt.check(cudart.cudaMalloc(memory, bytes));
    return memory;
  }

  /** Compares two pictures whose padded size is that of the session. */
  Assessment assess(Picture reference, Picture processed) {
    planes.fill(reference, processed);
    copy(deviceLuma, luma, luma.capacity(), cudart.cudaMemcpyHostToDevice);
    copy(deviceChroma, chroma, chroma.capacity(), cudart.cudaMemcpyHostToDevice);
    if (!context.enqueueV3(stream)) {
      throw new IllegalStateException("TensorRT failed on a pair of frames");
    }
    copy(map, deviceMap, Float.BYTES * map.capacity(), cudart.cudaMemcpyDeviceToHost);
    copy(score, deviceScore, Float.BYTES, cudart.cudaMemcpyDeviceToHost);
    TensorRt.check(cudart.cudaStreamSynchronize(stream));
    float[] values = new float[(int) map.capacity()];
    map.get(values);
    return new Assessment(
        new DistortionMap(rows, columns, values), OnnxAssessor.POINTS * score.get());
  }

  private void copy(Pointer to, Pointer from, long bytes, int direction) {
    TensorRt.check(cudart.cudaMemcpyAsync(to, from, bytes, direction, stream));
  }

  /** Gives the memory back; what TensorRT holds is given back when the program ends. */
  void close() {
    for (Pointer memory : new Pointer[] {deviceLuma, deviceChroma, deviceMap, deviceScore}) {
      TensorRt.check(cudart.cudaFree(memory));
    }
    TensorRt.check(cudart.cudaHostUnregister(luma));
    TensorRt.check(cudart.cudaHostUnregister(chroma));
    TensorRt.check(cudart.cudaFreeHost(map));
    TensorRt.check(cudart.cudaFreeHost(score));
    TensorRt.check(cudart.cudaStreamDestroy(stream));
  }
}
