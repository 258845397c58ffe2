package dev.pixelwatch.runtime;

/**
 * A trained network, loaded and ready. It may be shared between threads; each thread asks for an
 * {@link Assessor} of its own. Close it last.
 */
public interface DistortionNetwork extends AutoCloseable {
  /** Which weights these are. */
  ModelInfo model();

  /** What runs the network, in words, such as {@code ONNX Runtime 1.28.0, CPU, 2 threads}. */
  String engine();

  /** A worker for one thread. */
  Assessor newAssessor();

  @Override
  void close();
}
