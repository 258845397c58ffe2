package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLogTest {
  private static final String HEAD =
      "seconds,step,pairs_per_second,map_loss,score_loss,learning_rate,"
          + "validation_loss,validation_pearson,"
          + "validation_score_spearman";

  @TempDir Path folder;

  @Test
  void aRowIsOnDiskAsSoonAsItIsWritten() {
    try (TrainingLog log = TrainingLog.open(folder, 0)) {
      log.append(progress(1200, 0.25));

      assertThat(file())
          .content()
          .isEqualTo(
              HEAD + "\n60,1200,512.3,0.250000,0.125000,3.000e-03,0.062500,0.700000,0.500000\n");
    }
  }

  @Test
  void aResumedRunGoesOnBelowTheOldRows() {
    write(0, progress(1, 0.5), progress(2, 0.4));
    write(2, progress(3, 0.3));

    assertThat(file()).content().hasLineCount(4).startsWith(HEAD).containsOnlyOnce("seconds");
    assertThat(file())
        .content()
        .endsWith("60,3,512.3,0.300000,0.125000,3.000e-03,0.062500,0.700000,0.500000\n");
  }

  @Test
  void whatWasLoggedAfterTheCheckpointIsDroppedSinceItComesAgain() throws IOException {
    write(0, progress(1, 0.5), progress(2, 0.4), progress(3, 0.3));
    Files.writeString(file(), "60,4,51", StandardOpenOption.APPEND);

    write(2, progress(3, 0.25));

    assertThat(file())
        .content()
        .hasLineCount(4)
        .contains("\n60,1,", "\n60,2,", "\n60,3,512.3,0.250000")
        .doesNotContain("0.300000", "60,4");
  }

  @Test
  void aNewRunStartsANewLog() {
    write(0, progress(1, 0.5), progress(2, 0.4));
    write(0, progress(7, 0.3));

    assertThat(file()).content().hasLineCount(2).contains("60,7,").doesNotContain("60,1,");
  }

  @Test
  void aResumedRunWhoseLogIsGoneStartsWithTheColumns() {
    write(8, progress(9, 0.3));

    assertThat(file()).content().startsWith(HEAD + "\n60,9,");
  }

  @Test
  void figuresHaveAPointWhateverTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      write(0, progress(1, 0.5));
    } finally {
      Locale.setDefault(before);
    }

    assertThat(file()).content().contains("60,1,512.3,0.500000,0.125000,3.000e-03");
  }

  @Test
  void aLossThatIsNoNumberIsLoggedAndDoesNotStopTheRun() {
    write(0, progress(1, Double.NaN));

    assertThat(file()).content().contains("60,1,512.3,NaN,");
  }

  @Test
  void aLogThatCannotBeWrittenIsTheUsersToMend() throws IOException {
    Files.createDirectories(file().resolve("a folder in its place"));

    UserError error =
        catchThrowableOfType(UserError.class, () -> TrainingLog.open(folder, 0).close());

    assertThat(error).hasMessageContaining(file().toString());
    assertThat(error.hint()).contains("folder");
  }

  private void write(long checkpoint, TrainingProgress... rows) {
    try (TrainingLog log = TrainingLog.open(folder, checkpoint)) {
      for (TrainingProgress row : rows) {
        log.append(row);
      }
    }
  }

  private Path file() {
    return folder.resolve("training.csv");
  }

  private static TrainingProgress progress(long step, double mapLoss) {
    return new TrainingProgress(
        step, 60.4, 0.1, 512.34, mapLoss, 0.125, 0.003, 0.0625, 0.7, 0.5, Duration.ofHours(1));
  }
}
