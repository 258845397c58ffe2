package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailedPairsTest {
  private final Logger logger = (Logger) LogManager.getLogger(FailedPairs.class);
  private final List<LogEvent> logged = new ArrayList<>();
  private final AbstractAppender appender =
      new AbstractAppender("kept", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
          logged.add(event.toImmutable());
        }
      };
  private final FailedPairs failed = new FailedPairs();

  @BeforeEach
  void listen() {
    appender.start();
    logger.addAppender(appender);
    logger.setAdditive(false);
    logger.setLevel(Level.WARN);
  }

  @AfterEach
  void stop() {
    logger.removeAppender(appender);
  }

  @Test
  void theyAreLoggedEverMoreRarelyWithTheirNumber() {
    for (int i = 0; i < 1000; i++) {
      failed.add(TestFrames.identity(i), new IllegalArgumentException("64 x 48 and 32 x 24"));
    }

    assertThat(logged).hasSize(10);
    assertThat(logged.get(9).getMessage().getFormattedMessage())
        .contains("Frame 511 of stream camera", "512.", "64 x 48 and 32 x 24");
  }

  @Test
  void onlyAFaultOfOursHasATrace() {
    failed.add(TestFrames.identity(1), new IllegalArgumentException("two sizes"));
    failed.add(TestFrames.identity(2), new IllegalStateException("the network failed"));

    assertThat(logged.get(0).getThrown()).isNull();
    assertThat(logged.get(1).getThrown()).isInstanceOf(IllegalStateException.class);
  }
}
