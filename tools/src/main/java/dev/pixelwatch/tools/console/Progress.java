package dev.pixelwatch.tools.console;

import java.io.PrintWriter;
import java.util.List;

/**
 * Shows how far a task is: a bar with lines below it on a terminal, now and then a line elsewhere.
 */
public interface Progress extends AutoCloseable {
  /**
   * The launcher sets this property to the columns of the terminal that the error stream goes to.
   */
  String COLUMNS = "pixelwatch.terminal.columns";

  /**
   * Begins to show a task.
   *
   * @param total units of work; 0 when unknown
   * @param unit name of one unit in the plural, such as {@code frames}
   */
  static Progress start(String task, long total, String unit, PrintWriter err) {
    return isOnTerminal()
        ? new TerminalProgress(task, total, Integer.getInteger(COLUMNS), err)
        : new PlainProgress(task, total, unit, err, System::nanoTime);
  }

  /** Whether somebody looks on: the error stream goes to a terminal. */
  static boolean isOnTerminal() {
    return Integer.getInteger(COLUMNS, 0) > 0;
  }

  /**
   * Tells the state of the task.
   *
   * @param done units of work that are done
   * @param news what is to be seen now, in a few words; may be empty
   * @param table the same with more room, line by line; may be empty
   */
  void update(long done, String news, List<String> table);

  /** Tells the state of a task whose news are short lines. */
  default void update(long done, List<String> news) {
    update(done, String.join(", ", news), news);
  }

  /** Tells the state of a task that has no news. */
  default void update(long done) {
    update(done, "", List.of());
  }

  /** Says something that stays, above what is shown. */
  void say(String line);

  /** Ends the display; a bar disappears. */
  @Override
  void close();
}
