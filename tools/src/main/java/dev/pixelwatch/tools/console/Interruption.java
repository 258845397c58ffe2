package dev.pixelwatch.tools.console;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C and a plain kill as a request: the first one is to be noticed and obeyed, the second one
 * ends the process at once. Closing gives the signals back.
 */
public final class Interruption implements BooleanSupplier, AutoCloseable {
  private static final int EXIT_CODE = 130;

  private final AtomicBoolean asked = new AtomicBoolean();
  private final SignalHandler interruptBefore;
  private final SignalHandler terminateBefore;
  private final Runnable acknowledge;

  /**
   * @param acknowledge called at the first signal, on a thread of its own
   */
  public Interruption(Runnable acknowledge) {
    this.acknowledge = acknowledge;
    interruptBefore = Signal.handle(new Signal("INT"), signal -> ask());
    terminateBefore = Signal.handle(new Signal("TERM"), signal -> ask());
  }

  /** Whether the work is to end. */
  @Override
  public boolean getAsBoolean() {
    return asked.get();
  }

  @Override
  public void close() {
    Signal.handle(new Signal("INT"), interruptBefore);
    Signal.handle(new Signal("TERM"), terminateBefore);
  }

  private void ask() {
    if (asked.getAndSet(true)) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    acknowledge.run();
  }
}
