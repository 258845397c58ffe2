package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.training.network.Adam;
import dev.pixelwatch.training.network.NetworkSize;
import dev.pixelwatch.training.network.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(NetworkSize.class)
  void aCheckpointThatIsReadAndWrittenAgainIsTheSameFile(NetworkSize size) throws IOException {
    Path file = folder.resolve("one.checkpoint");
    Path again = folder.resolve("two.checkpoint");
    checkpoint(size, 7, 123_456_789_012L, 98.76).write(file);

    Checkpoint read = Checkpoint.read(file);
    read.write(again);

    assertThat(read.step()).isEqualTo(123_456_789_012L);
    assertThat(read.seconds()).isEqualTo(98.76);
    assertThat(read.settings())
        .isEqualTo(new RunSettings(7, 0.003, "photographs", Optional.of(Ablation.MASKS)));
    assertThat(read.parameters().size()).isEqualTo(size);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void aNewCheckpointTakesThePlaceOfTheOldOneAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("live.checkpoint");
    checkpoint(NetworkSize.LIVE, 1, 10, 1).write(file);
    checkpoint(NetworkSize.LIVE, 2, 20, 2).write(file);

    assertThat(Checkpoint.read(file).step()).isEqualTo(20);
    assertThat(folder).isDirectoryContaining("glob:**live.checkpoint");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void whenTheNewOneCannotBeWrittenTheOldOneStaysWhole() throws IOException {
    Path file = folder.resolve("live.checkpoint");
    checkpoint(NetworkSize.LIVE, 1, 10, 1).write(file);
    // A folder with something in it, where the new file would be written first.
    Files.createDirectories(folder.resolve("live.checkpoint.new/occupied"));

    UserError error =
        catchThrowableOfType(
            UserError.class, () -> checkpoint(NetworkSize.LIVE, 2, 20, 2).write(file));

    assertThat(error).hasMessageContaining("cannot write the checkpoint " + file);
    assertThat(error.hint()).contains("--resume");
    assertThat(Checkpoint.read(file).step()).isEqualTo(10);
  }

  @Test
  void aFolderThatIsGoneIsTold() {
    Path file = folder.resolve("gone/live.checkpoint");

    assertThat(
            catchThrowableOfType(
                UserError.class, () -> checkpoint(NetworkSize.LIVE, 1, 1, 1).write(file)))
        .hasMessageContaining(file.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0001, 0.2, 0.5, 0.9, 0.9999})
  void aCheckpointThatEndsEarlyIsRefusedInWords(double share) throws IOException {
    Path file = folder.resolve("live.checkpoint");
    checkpoint(NetworkSize.LIVE, 3, 10, 1).write(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (share * whole.length)));

    assertThat(refused(file))
        .hasMessage("cannot resume from " + file + ": it ends early")
        .extracting(UserError::hint)
        .asString()
        .contains("without --resume");
  }

  @Test
  void aCheckpointThatIsNotThereIsRefusedInWords() {
    Path file = folder.resolve("live.checkpoint");

    assertThat(refused(file)).hasMessage("cannot resume from " + file + ": there is no such file");
  }

  @Test
  void anotherKindOfFileIsNotACheckpoint() throws IOException {
    Path file = Files.writeString(folder.resolve("live.checkpoint"), "PK, but not one of ours");

    assertThat(refused(file)).hasMessageContaining("it is not a checkpoint");
  }

  @Test
  void aNetworkOfAnotherVersionIsRefusedByItsName() throws IOException {
    Path file = folder.resolve("live.checkpoint");
    checkpoint(NetworkSize.LIVE, 3, 10, 1).write(file);
    byte[] bytes = Files.readAllBytes(file);
    // After the mark of four bytes: two for the length of the name, then the name.
    bytes[6] = 'g';
    Files.write(file, bytes);

    assertThat(refused(file)).hasMessageContaining("there is no network give");
  }

  @Test
  void aRunWithoutAPartOfAnotherVersionIsRefusedByItsName() throws IOException {
    Path file = folder.resolve("live.checkpoint");
    checkpoint(NetworkSize.LIVE, 3, 10, 1).write(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] = 'k'; // The file ends with "masks".
    Files.write(file, bytes);

    assertThat(refused(file)).hasMessageContaining("its run is without maskk");
  }

  private static UserError refused(Path file) {
    return catchThrowableOfType(UserError.class, () -> Checkpoint.read(file));
  }

  private static Checkpoint checkpoint(NetworkSize size, long seed, long step, double seconds) {
    Parameters parameters = Parameters.initial(size, seed);
    return new Checkpoint(
        parameters,
        Parameters.initial(size, ~seed),
        new Adam(parameters),
        step,
        seconds,
        new RunSettings(seed, 0.003, "photographs", Optional.of(Ablation.MASKS)));
  }
}
