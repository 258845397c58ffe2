package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.tools.attach.LiveSystem;
import dev.pixelwatch.tools.attach.SystemOptions;
import dev.pixelwatch.tools.console.Interruption;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pixelwatch monitor}. */
@Command(
    name = "monitor",
    description = {
      "Scores what 'pixelwatch attach --publish-only' publishes to a Kafka cluster.",
      "",
      "Several monitors, each with a folder of its own, share the streams. When one dies the others"
          + " take over, and no frame is lost or scored twice. Give all of them the same --network."
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
  private static final long CHECK_MS = 200;

  @Mixin private SystemArguments system;
  @Mixin private HttpOptions http;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (system.bootstrapServers().isEmpty()) {
      throw new UserError(
          "a monitor needs a cluster", "Give it with --bootstrap-servers HOST:PORT.");
    }
    PrintWriter err = spec.commandLine().getErr();
    SystemOptions options = system.options();
    Optional<LiveServer> page = http.open();
    try (LiveServer closed = page.orElse(null);
        Interruption interruption = new Interruption(() -> err.println("Ending ..."));
        LiveSystem running = LiveSystem.start(options, HttpOptions.registry(page), page)) {
      HttpOptions.tell(page, err);
      err.println(
          "Monitoring the topics %s.* at %s. Ctrl-C ends it."
              .formatted(running.config().topicPrefix(), running.config().bootstrapServers()));
      err.flush();
      while (!interruption.getAsBoolean()) {
        running.check();
        Thread.sleep(CHECK_MS);
      }
      return Interruption.EXIT_CODE;
    }
  }
}
