package dev.pixelwatch.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The commands of docs/registry.md, as they are written there. */
final class RegistryCommandTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path HISTORY =
      ROOT.resolve("schemas/src/main/resources/dev/pixelwatch/schemas/history");

  private record Artifact(String path, String id, String version, String schema) {}

  @Test
  @SystemProgram("curl")
  void everyVersionOfEverySchemaIsSentWhole() throws Exception {
    List<Artifact> received = register();

    assertThat(received).hasSize(versions().size());
    for (int i = 0; i < received.size(); i++) {
      Artifact artifact = received.get(i);
      Schema schema = new Schema.Parser().parse(artifact.schema());
      assertThat(artifact.path()).endsWith("/groups/pixelwatch/artifacts");
      assertThat(artifact.id() + "-" + artifact.version() + ".avsc")
          .isEqualTo("dev.pixelwatch." + versions().get(i));
      assertThat(artifact.id()).endsWith("." + schema.getName());
    }
  }

  /** Names of the files, in the order in which the shell lists them. */
  private static List<String> versions() throws Exception {
    try (Stream<Path> files = Files.list(HISTORY)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Artifact> register() throws Exception {
    List<Artifact> received = new ArrayList<>();
    HttpServer registry =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    registry.createContext(
        "/",
        exchange -> {
          received.add(
              new Artifact(
                  exchange.getRequestURI().getPath(),
                  exchange.getRequestHeaders().getFirst("X-Registry-ArtifactId"),
                  exchange.getRequestHeaders().getFirst("X-Registry-Version"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    registry.start();
    try {
      ProcessBuilder shell =
          new ProcessBuilder("bash", "-e", "-c", commands()).directory(ROOT.toFile()).inheritIO();
      shell.environment().put("REGISTRY", "http://127.0.0.1:" + registry.getAddress().getPort());
      shell.environment().put("LC_ALL", "C");
      assertThat(shell.start().waitFor()).isZero();
    } finally {
      registry.stop(0);
    }
    return received;
  }

  private static String commands() throws Exception {
    String text = Files.readString(ROOT.resolve("docs/registry.md"));
    Matcher commands = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(commands.find()).isTrue();
    return commands.group(1);
  }
}
