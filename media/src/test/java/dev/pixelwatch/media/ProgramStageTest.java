package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's own program as a stage. */
class ProgramStageTest {
  private static final int FRAMES = 12;

  /** An odd width and height, where the chroma planes are rounded up. */
  private static final List<Picture> PICTURES = Scene.frames(97, 65, FRAMES);

  private static final int FRAME_BYTES = 97 * 65 + 2 * 49 * 33;

  @TempDir private Path temp;

  private static List<Stage.Processed> through(String command) {
    List<Stage.Processed> out = new ArrayList<>();
    try (Stage stage = start(command)) {
      for (int i = 0; i < FRAMES; i++) {
        out.addAll(stage.process(10 + i, PICTURES.get(i)));
      }
      out.addAll(stage.finish());
    }
    return out;
  }

  private static Stage start(String command) {
    return StageRecipe.parse("exec:" + command)
        .withPatience(Duration.ofSeconds(2))
        .start(PICTURES.get(0), Scene.RATE);
  }

  /** Among them one that holds all frames back until its input ends. */
  @ParameterizedTest
  @ValueSource(strings = {"cat", "all=$(mktemp); cat > $all; cat $all; rm $all"})
  void everyFrameComesBackWithItsOwnNumber(String command) {
    List<Stage.Processed> out = through(command);

    assertThat(out)
        .extracting(Stage.Processed::index)
        .isEqualTo(LongStream.range(10, 10 + FRAMES).boxed().toList());
    assertThat(out)
        .extracting(Stage.Processed::picture)
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(PICTURES);
  }

  @Test
  void theProgramIsToldWhatTheFramesAre() throws Exception {
    Path told = temp.resolve("told");

    through("env | grep ^PIXELWATCH_ | sort > " + told + "; cat");

    assertThat(Files.readAllLines(told))
        .containsExactly(
            "PIXELWATCH_FORMAT=yuv420p",
            "PIXELWATCH_FPS=" + Scene.RATE,
            "PIXELWATCH_HEIGHT=65",
            "PIXELWATCH_MATRIX=bt709",
            "PIXELWATCH_RANGE=limited",
            "PIXELWATCH_SIZE=97x65",
            "PIXELWATCH_WIDTH=97");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "head -c 3 > /dev/null; echo no sensor >&2; exit 3 | exit code 3 | said: no sensor",
        "cat; exit 4 | exit code 4 | after 12 of the 12 frames",
        "./no-such-program | exit code 127 | no-such-program",
        "sleep 100 | has neither read nor written a frame for 2 s | sleep",
        "cat > /dev/null | gave 0 frames for 12 | cat",
        "cat; cat /dev/zero | writes more than it was given | cat",
        "cat; echo | frames of another size, or a broken one | cat"
      })
  void whatGoesWrongIsSaid(String command, String what, String more) {
    assertThatThrownBy(() -> through(command))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(what)
        .hasMessageContaining(more);
  }

  @Test
  void aProgramThatStopsInTheMiddleIsToldByItsFrames() {
    assertThatThrownBy(() -> through("head -c " + 3 * FRAME_BYTES))
        .isInstanceOf(UserError.class)
        .hasMessageMatching(".*(ended after 3 frames|gave 3 frames for 12).*");
  }

  @Test
  void closingEndsTheProgramAndWhatItHasStarted() throws Exception {
    Path pid = temp.resolve("pid");
    try (Stage stage = start("sleep 1000 & echo $! > " + pid + "; cat")) {
      // Once a frame has come back, the line has been run up to there.
      for (int i = 0; stage.process(i, PICTURES.get(0)).isEmpty(); i++) {
        assertThat(i).isLessThan(200);
      }
    }

    long child = Long.parseLong(Files.readString(pid).strip());
    Optional<ProcessHandle> left = ProcessHandle.of(child);
    for (int i = 0; i < 200 && left.isPresent() && left.get().isAlive(); i++) {
      Thread.sleep(100);
    }
    assertThat(left.filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void anEmptyCommandIsRefused() {
    assertThatThrownBy(() -> StageRecipe.parse("exec: "))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is no stage");
  }
}
