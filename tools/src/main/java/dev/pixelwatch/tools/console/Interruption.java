package dev.pixelwatch.tools.console;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jline.utils.Signals;

/**
 * Ctrl-C and a plain kill as a request: the first one is to be noticed and obeyed, the second one
 * ends the process at once. Closing gives the signals back.
 */
public final class Interruption implements BooleanSupplier, AutoCloseable {
  /**
   * Exit code of a command that was interrupted: 128 and the number of the signal, as shells say.
   */
  public static final int EXIT_CODE = 130;

  private static final String CTRL_C = "INT";
  private static final String KILL = "TERM";

  private final AtomicBoolean asked = new AtomicBoolean();
  private final Runnable acknowledge;
  private final Object handlerOfCtrlC;
  private final Object handlerOfKill;

  /**
   * Takes the signals over.
   *
   * @param acknowledge called at the first signal, on a thread of its own
   */
  public Interruption(Runnable acknowledge) {
    this.acknowledge = acknowledge;
    handlerOfCtrlC = Signals.register(CTRL_C, this::ask);
    handlerOfKill = Signals.register(KILL, this::ask);
  }

  /** Whether the work is to end. */
  @Override
  public boolean getAsBoolean() {
    return asked.get();
  }

  @Override
  public void close() {
    Signals.unregister(CTRL_C, handlerOfCtrlC);
    Signals.unregister(KILL, handlerOfKill);
  }

  private void ask() {
    if (asked.getAndSet(true)) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    acknowledge.run();
  }
}
