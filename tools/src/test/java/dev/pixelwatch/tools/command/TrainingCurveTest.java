package dev.pixelwatch.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.training.TrainingProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingCurveTest {
  @TempDir Path folder;

  @Test
  void aLogThatIsDamagedIsSaidOnceAndDoesNotEndTheRun() throws IOException {
    Files.writeString(folder.resolve("training.csv"), "seconds,step\nsoon,1\n");
    StringWriter err = new StringWriter();
    TrainingCurve curve = new TrainingCurve(folder, new PrintWriter(err, true));

    curve.draw(progress(0.5));
    curve.draw(progress(0.4));

    assertThat(err.toString()).containsOnlyOnce("There will be no picture of the curve: ");
  }

  private static TrainingProgress progress(double loss) {
    return new TrainingProgress(1, 1, 0.1, 500, 0.3, 0.1, 0.003, loss, 0.7, 0.5, Duration.ZERO);
  }
}
