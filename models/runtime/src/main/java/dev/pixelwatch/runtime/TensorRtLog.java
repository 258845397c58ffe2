package dev.pixelwatch.runtime;

import org.bytedeco.tensorrt.nvinfer.ILogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What TensorRT has to say, in our log. One for the process: TensorRT keeps the first it is given.
 */
final class TensorRtLog extends ILogger {
  static final TensorRtLog INSTANCE = new TensorRtLog();

  private static final Logger LOG = LoggerFactory.getLogger(TensorRtLog.class);

  private TensorRtLog() {}

  @Override
  public void log(Severity severity, String message) {
    // The severity that the bindings hand over is none of the constants.
    switch (severity.intern()) {
      case kINTERNAL_ERROR, kERROR -> LOG.error(message);
      case kWARNING -> LOG.warn(message);
      default -> LOG.debug(message);
    }
  }
}
