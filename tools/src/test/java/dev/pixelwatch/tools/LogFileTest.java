package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
  @TempDir private Path folder;

  @Test
  void whateverIsLoggedTheLogTakesLittleRoom() throws Exception {
    URI settings = LogFile.class.getResource("/log4j2.xml").toURI();
    String before = System.getProperty("pixelwatch.log");
    System.setProperty("pixelwatch.log", folder.resolve("a.log").toString());
    try (LoggerContext context = new LoggerContext("bounded")) {
      context.start(ConfigurationFactory.getInstance().getConfiguration(context, "", settings));
      for (int megabytes = 0; megabytes < 60; megabytes++) {
        context.getLogger("test").warn("x".repeat(1 << 20));
      }
    } finally {
      if (before == null) {
        System.clearProperty("pixelwatch.log");
      } else {
        System.setProperty("pixelwatch.log", before);
      }
    }

    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all)
          .extracting(Path::getFileName)
          .extracting(Path::toString)
          .containsExactlyInAnyOrder("a.log", "a.log.1");
      assertThat(all).allMatch(file -> file.toFile().length() < 18 << 20);
    }
  }
}
