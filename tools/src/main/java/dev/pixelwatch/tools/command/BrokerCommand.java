package dev.pixelwatch.tools.command;

import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.files.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch broker}. */
@Command(
    name = "broker",
    description =
        "Runs the embedded Kafka broker alone, for trying several processes on one machine. It can"
            + " be reached from this machine only.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch broker --port 9092 --data topics",
      "  pixelwatch monitor --bootstrap-servers 127.0.0.1:9092 --data state",
      "",
      "Ctrl-C ends it; the exit code is then 130."
    })
final class BrokerCommand implements Callable<Integer> {
  private static final long CHECK_MS = 200;

  @Option(
      names = "--port",
      defaultValue = "9092",
      description = "Port on 127.0.0.1; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the topics in this folder (default: a temporary one).")
  private Path data;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try (Interruption interruption = new Interruption(() -> err.println("Ending ..."));
        Workspace workspace = Workspace.open(Optional.ofNullable(data));
        EmbeddedBroker broker = EmbeddedBroker.start(workspace.broker(), port)) {
      err.println("The broker listens on %s.".formatted(broker.bootstrapServers()));
      err.flush();
      while (!interruption.getAsBoolean()) {
        broker.check();
        Thread.sleep(CHECK_MS);
      }
      return Interruption.EXIT_CODE;
    }
  }
}
