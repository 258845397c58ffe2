package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.TextFiles;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.monitor.http.LiveServerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that has the live page. */
final class HttpOptions {
  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description =
          "Port of the live page; 0 takes any free one (default: 8080, or the next free one).")
  private Integer port;

  @Option(
      names = "--http-address",
      paramLabel = "ADDRESS",
      defaultValue = LiveServerConfig.LOOPBACK,
      description =
          "Address that the page listens on. Any but loopback needs a token (default:"
              + " ${DEFAULT-VALUE}).")
  private String address;

  @Option(
      names = "--http-token",
      paramLabel = "TOKEN",
      description =
          "Ask for this token; 16 characters or more. Other users of this machine can read it in"
              + " the list of processes: better use a file.")
  private String token;

  @Option(
      names = "--http-token-file",
      paramLabel = "FILE",
      description = "Ask for the token on the first line of this file.")
  private Path tokenFile;

  @Option(names = "--no-http", description = "No live page, metrics and API.")
  private boolean off;

  /**
   * Opens the page, unless it is switched off, and says where it is.
   *
   * @throws UserError if the port is taken, or if the address or the token will not do
   */
  Optional<LiveServer> open(PrintWriter err) {
    if (off) {
      return Optional.empty();
    }
    int wanted = port == null ? LiveServerConfig.PORT : port;
    LiveServer server =
        LiveServer.start(new LiveServerConfig(address, wanted, port == null, secret()));
    if (port == null && server.port() != wanted) {
      err.println("Port " + wanted + " is in use; the page takes the next free one.");
    }
    err.println("The live page: " + server.url());
    err.flush();
    return Optional.of(server);
  }

  /** What the commands measure: told on the page where there is one. */
  static MeterRegistry registry(Optional<LiveServer> page) {
    return page.<MeterRegistry>map(LiveServer::registry).orElseGet(SimpleMeterRegistry::new);
  }

  private Optional<String> secret() {
    if (token != null && tokenFile != null) {
      throw new UserError(
          "--http-token and --http-token-file are both given", "Give one of the two.");
    }
    return tokenFile == null ? Optional.ofNullable(token) : Optional.of(firstLine(tokenFile));
  }

  private static String firstLine(Path file) {
    try (BufferedReader lines = TextFiles.reader(file)) {
      String first = lines.readLine();
      return first == null ? "" : first;
    } catch (IOException e) {
      throw new UserError(
          "cannot read the token file " + file, "Check the path and that the file may be read.", e);
    }
  }
}
