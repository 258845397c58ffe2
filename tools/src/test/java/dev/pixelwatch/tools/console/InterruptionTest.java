package dev.pixelwatch.tools.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.tools.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals to a process of its own, since they would end the tests. */
final class InterruptionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void theFirstSignalIsARequestAndTheSecondEndsTheProcessAtOnce(String signal) throws Exception {
    try (Program program = Program.start(folder, Stubborn.class, List.of(), "listen")) {
      program.await("ready");
      program.signal(signal);
      program.await("asked true");
      program.signal(signal);

      assertThat(program.end().exitCode()).isEqualTo(Interruption.EXIT_CODE);
    }
  }

  @Test
  void onceClosedASignalEndsTheProcessAsUsual() throws Exception {
    try (Program program = Program.start(folder, Stubborn.class, List.of(), "close")) {
      program.await("ready");
      program.signal("INT");

      assertThat(program.end().out()).doesNotContain("asked");
    }
  }

  /** Listens to signals, or has ceased to, and never ends by itself. */
  static final class Stubborn {
    public static void main(String[] arguments) throws InterruptedException {
      Interruption[] interruption = new Interruption[1];
      interruption[0] =
          new Interruption(() -> System.out.println("asked " + interruption[0].getAsBoolean()));
      if (arguments[0].equals("close")) {
        interruption[0].close();
      }
      System.out.println("ready " + interruption[0].getAsBoolean());
      new CountDownLatch(1).await();
    }
  }
}
