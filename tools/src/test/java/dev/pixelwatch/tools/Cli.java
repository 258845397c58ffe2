package dev.pixelwatch.tools;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command as the terminal would, in this process, and keeps what it prints. */
final class Cli {
  /** What came of a command. */
  record Run(int exitCode, String out, String err) {}

  private Cli() {}

  static Run run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine(LogFile.ofThisProcess());
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode = commandLine.execute(words);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
