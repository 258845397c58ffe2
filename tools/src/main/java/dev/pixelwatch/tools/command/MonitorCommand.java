package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.tools.attach.MonitorSession;
import dev.pixelwatch.tools.attach.StreamListener.StreamNews;
import dev.pixelwatch.tools.attach.SystemOptions;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch monitor}. */
@Command(
    name = "monitor",
    description = {
      "Scores what 'pixelwatch attach --publish-only' publishes to a Kafka cluster.",
      "",
      "Several monitors, each with a folder of its own, share the streams. When one dies the others"
          + " take over, and no frame is lost or scored twice. Give all of them the same --network.",
      "Each tells of all streams, whichever monitor scores them."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch monitor --bootstrap-servers kafka:9092 --data state",
      "  pixelwatch monitor --bootstrap-servers k:9093 --kafka-properties tls.conf",
      "",
      "Ctrl-C ends it; the exit code is then 130."
    })
final class MonitorCommand implements Callable<Integer> {
  @Mixin private SystemArguments system;
  @Mixin private HttpOptions http;

  @Option(names = "--json", description = "Print what happens as one JSON object a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (system.bootstrapServers().isEmpty()) {
      throw new UserError(
          "a monitor needs a cluster", "Give it with --bootstrap-servers HOST:PORT.");
    }
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    Optional<LiveServer> page = http.open();
    try (LiveServer closed = page.orElse(null);
        Interruption interruption = new Interruption(() -> err.println("Ending ..."))) {
      StreamDisplay.ended(monitor(page, interruption, out, err), json, out);
      return Interruption.EXIT_CODE;
    }
  }

  private List<StreamNews> monitor(
      Optional<LiveServer> page, Interruption interruption, PrintWriter out, PrintWriter err) {
    SystemOptions options = system.options();
    try (Progress progress = Progress.start("Monitoring", 0, "frames", err);
        MonitorSession session =
            new MonitorSession(
                options,
                HttpOptions.registry(page),
                new StreamDisplay(progress, json, out),
                page)) {
      HttpOptions.tell(page, err);
      return session.run(interruption);
    }
  }
}
