package dev.pixelwatch.runtime;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tensorrt.global.nvinfer;
import org.bytedeco.tensorrt.nvinfer.ICudaEngine;
import org.bytedeco.tensorrt.nvinfer.IRuntime;

/**
 * A network run by NVIDIA's TensorRT on the first GPU. For every frame size a plan is built at the
 * first pair, and kept on disk.
 */
final class TensorRtNetwork implements DistortionNetwork {
  private static final int REPORT_SECONDS = 10;

  private final Weights weights;
  private final Precision precision;
  private final PlanCache cache;
  private final Consumer<String> notices;
  private final IRuntime runtime;
  private final String gpu;
  private final Map<Size, ICudaEngine> engines = new HashMap<>();
  private final Map<Size, IllegalStateException> failures = new HashMap<>();
  private final Map<Size, Deque<TensorRtSession>> idle = new HashMap<>();
  private boolean closed;

  /** Of frames padded to whole cells, in pixels. */
  private record Size(int width, int height) {
    static Size of(Picture picture) {
      return new Size(
          DistortionMap.cells(picture.width()) * DistortionMap.CELL,
          DistortionMap.cells(picture.height()) * DistortionMap.CELL);
    }
  }

  private TensorRtNetwork(
      Weights weights, Precision precision, PlanCache cache, Consumer<String> notices) {
    this.weights = weights;
    this.precision = precision;
    this.cache = cache;
    this.notices = notices;
    this.gpu = TensorRt.gpu();
    this.runtime = PlanBuilder.made("runtime", nvinfer.createInferRuntime(TensorRtLog.INSTANCE));
  }

  /**
   * @param notices told what a user who waits should know
   * @throws UserError if TensorRT cannot be used here
   */
  static TensorRtNetwork open(
      Weights weights, Precision precision, PlanCache cache, Consumer<String> notices) {
    Optional<UserError> missing = TensorRt.missing();
    if (missing.isPresent()) {
      throw missing.get();
    }
    return new TensorRtNetwork(weights, precision, cache, notices);
  }

  @Override
  public ModelInfo model() {
    return weights.info();
  }

  @Override
  public String engine() {
    return "TensorRT %s, %s, %s".formatted(TensorRt.version(), gpu, precision.id());
  }

  @Override
  public Assessor newAssessor() {
    return new Worker();
  }

  private synchronized TensorRtSession session(Size size) {
    TensorRtSession waiting = idle.computeIfAbsent(size, s -> new ArrayDeque<>()).poll();
    return waiting != null ? waiting : new TensorRtSession(engineOf(size), size.width, size.height);
  }

  private synchronized void giveBack(Size size, TensorRtSession session) {
    if (closed) {
      session.close();
    } else {
      idle.get(size).add(session);
    }
  }

  /** A plan that could not be built is not tried again: that would hold up every pair. */
  private ICudaEngine engineOf(Size size) {
    if (failures.containsKey(size)) {
      throw failures.get(size);
    }
    try {
      return engines.computeIfAbsent(size, this::newEngine);
    } catch (IllegalStateException e) {
      failures.put(size, e);
      throw e;
    }
  }

  private ICudaEngine newEngine(Size size) {
    byte[] edition = OnnxEdition.of(weights.onnx(), size.width, size.height, precision);
    PlanKey key =
        new PlanKey(
            weights.info(),
            Weights.sha256(edition),
            TensorRt.version(),
            gpu,
            size.width,
            size.height,
            precision);
    return cache
        .find(key)
        .flatMap(this::taken)
        .or(() -> taken(build(key, edition)))
        .orElseThrow(
            () -> new IllegalStateException("TensorRT does not take the plan that it built"));
  }

  private byte[] build(PlanKey key, byte[] edition) {
    notices.accept(
        "building the TensorRT plan of %s for %d x %d, %s: about a minute, once for this GPU"
            .formatted(weights.info().name(), key.width(), key.height(), precision.id()));
    long start = System.nanoTime();
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    clock.scheduleAtFixedRate(
        () -> notices.accept("building the plan: %d s so far".formatted(secondsSince(start))),
        REPORT_SECONDS,
        REPORT_SECONDS,
        TimeUnit.SECONDS);
    try {
      byte[] plan = TensorRt.builder().build(edition);
      cache.store(key, plan);
      return plan;
    } finally {
      clock.shutdownNow();
      notices.accept("building the plan took %d s".formatted(secondsSince(start)));
    }
  }

  private static long secondsSince(long start) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
  }

  /** None if TensorRT refuses it, and says why in the log. */
  private Optional<ICudaEngine> taken(byte[] plan) {
    try (BytePointer bytes = new BytePointer(plan)) {
      ICudaEngine engine = runtime.deserializeCudaEngine(bytes, plan.length);
      return PlanBuilder.isSomething(engine) ? Optional.of(engine) : Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.values().forEach(sessions -> sessions.forEach(TensorRtSession::close));
    idle.clear();
  }

  /** One thread's way in: keeps the session of the last size. */
  private final class Worker implements Assessor {
    private Size size;
    private TensorRtSession session;

    @Override
    public Assessment assess(Picture reference, Picture processed) {
      Size wanted = Size.of(reference);
      if (!wanted.equals(size)) {
        close();
        session = session(wanted);
        size = wanted;
      }
      return session.assess(reference, processed);
    }

    @Override
    public void close() {
      if (session != null) {
        giveBack(size, session);
        session = null;
        size = null;
      }
    }
  }
}
