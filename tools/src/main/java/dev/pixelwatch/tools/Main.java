package dev.pixelwatch.tools;

import dev.pixelwatch.tools.command.PixelwatchCommand;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    LogFile log = LogFile.ofThisProcess();
    CommandLine commandLine = commandLine(log);
    int exitCode;
    try {
      exitCode = commandLine.execute(asOption(args));
    } catch (Error e) {
      exitCode = new Failures(log).handleError(e, commandLine.getErr());
    }
    log.close(exitCode);
    System.exit(exitCode);
  }

  /** The command line on the process's own output, ready to be executed. */
  static CommandLine commandLine(LogFile log) {
    CommandLine commandLine = new CommandLine(new PixelwatchCommand());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(new Failures(log));
    commandLine.setParameterExceptionHandler(Main::explainUsage);
    return commandLine;
  }

  private static int explainUsage(CommandLine.ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("pixelwatch: " + Failures.sentence(inWords(e.getMessage())));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("See " + command + " --help.");
    }
    return CommandLine.ExitCode.USAGE;
  }

  /** Many programs have a command for it: help watch is watch --help. */
  static String[] asOption(String[] args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    String[] option = Arrays.copyOfRange(args, 1, args.length + 1);
    option[args.length - 1] = "--help";
    return option;
  }

  /** Without the names that Java has for kinds of numbers. */
  private static String inWords(String message) {
    return message
        .replaceAll(" is not an? (int|long)$", " is no whole number")
        .replaceAll(" is not a double$", " is no number");
  }
}
