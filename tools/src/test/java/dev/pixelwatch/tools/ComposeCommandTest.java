package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What docker-compose.yml tells our program to do. */
final class ComposeCommandTest {
  @ParameterizedTest
  @ValueSource(strings = {"monitor", "rig"})
  void theCommandsAreOursWithOptionsThatWeHave(String service) throws Exception {
    Map<?, ?> file =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("..", "docker-compose.yml")));
    Map<?, ?> services = (Map<?, ?>) file.get("services");
    List<?> command = (List<?>) ((Map<?, ?>) services.get(service)).get("command");

    String[] words = command.stream().map(Object::toString).toArray(String[]::new);

    assertThat(Main.commandLine(LogFile.ofThisProcess()).parseArgs(words).subcommand().unmatched())
        .isEmpty();
  }
}
