package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.bench.FrameSize;
import picocli.CommandLine.Option;

/** The options of a benchmark that sends so many pairs of frames through something. */
final class BenchPairArguments {
  private static final int SMALLEST = 64;

  @Option(
      names = "--size",
      defaultValue = "1280x720",
      paramLabel = "WxH",
      description = "Size of the frames (default: ${DEFAULT-VALUE}).")
  private String size;

  @Option(
      names = "--frames",
      defaultValue = "300",
      paramLabel = "N",
      description = "How many pairs (default: ${DEFAULT-VALUE}).")
  private long frames;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  /**
   * @throws UserError if there are none
   */
  long pairs() {
    if (frames < 1) {
      throw new UserError("--frames is " + frames, "Give 1 or more.");
    }
    return frames;
  }

  /**
   * @throws UserError if it is no size, or too small
   */
  FrameSize size() {
    FrameSize frame = FrameSize.parse(size);
    if (Math.min(frame.width(), frame.height()) < SMALLEST) {
      throw new UserError("frames of " + frame + " are too small", "Give at least 64x64.");
    }
    return frame;
  }

  boolean json() {
    return json;
  }
}
