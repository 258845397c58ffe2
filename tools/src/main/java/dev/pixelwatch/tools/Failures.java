package dev.pixelwatch.tools;

import dev.pixelwatch.core.UserError;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Says what went wrong in one sentence and a hint. What the user can mend ends with 2; what we have
 * to mend is written to the log with its stack trace and ends with 1.
 */
final class Failures implements CommandLine.IExecutionExceptionHandler {
  private final LogFile log;

  Failures(LogFile log) {
    this.log = log;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    UserError mistake = cause(failure, UserError.class);
    if (mistake != null) {
      err.println("pixelwatch: " + sentence(mistake.getMessage()));
      err.println(sentence(mistake.hint()));
      return CommandLine.ExitCode.USAGE;
    }
    // A thread that works for the command wraps what it dies of.
    OutOfMemoryError memory = cause(failure, OutOfMemoryError.class);
    return memory == null ? ourFault(failure, err) : tooLittleMemory(memory, err);
  }

  /**
   * Answers what Java itself throws: too little memory, or a part of the program that is missing.
   */
  int handleError(Error error, PrintWriter err) {
    return error instanceof OutOfMemoryError ? tooLittleMemory(error, err) : ourFault(error, err);
  }

  private static int tooLittleMemory(Error error, PrintWriter err) {
    err.println("pixelwatch: " + sentence("there is not enough memory: " + error.getMessage()));
    err.println("Give more with PIXELWATCH_JAVA_OPTS=-Xmx4g, or smaller images or videos.");
    return CommandLine.ExitCode.USAGE;
  }

  private int ourFault(Throwable failure, PrintWriter err) {
    LoggerFactory.getLogger(Failures.class).error("The command failed", failure);
    err.println("pixelwatch: " + sentence("this is a fault of Pixelwatch: " + failure));
    err.println("Please report it with the log, which lies in " + log.path() + ".");
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** The text as a sentence: with a full stop where it has none. */
  static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  private static <T extends Throwable> T cause(Throwable failure, Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return kind.cast(cause);
      }
    }
    return null;
  }
}
