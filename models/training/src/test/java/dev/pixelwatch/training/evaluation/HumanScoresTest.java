package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a list of judged pairs is read; the images are only looked for. */
class HumanScoresTest {
  @TempDir Path folder;

  @BeforeEach
  void touch() throws IOException {
    Files.createFile(folder.resolve("a.png"));
    Files.createDirectories(folder.resolve("lists/deep"));
    Files.createFile(folder.resolve("lists/deep/b, c.png"));
  }

  @Test
  void aDmosIsTurnedAndAMosIsNotSoThatHigherIsBetter() throws IOException {
    assertThat(read("ref,dist,dmos", "a.png,a.png,61.5").get(0).quality()).isEqualTo(-61.5);
    assertThat(read("ref,dist,mos", "a.png,a.png,4.25").get(0).quality()).isEqualTo(4.25);
  }

  @Test
  void columnsStandInAnyOrderAmongOthers() throws IOException {
    HumanScores.Row row =
        read("raters,type,dist,deviation,mos,ref", "23,jpeg,a.png,0.4,3,a.png").get(0);

    assertThat(row.type()).isEqualTo("jpeg");
    assertThat(row.quality()).isEqualTo(3);
  }

  @Test
  void pathsAreRelativeToTheListWhereverItIs() throws IOException {
    Path csv = folder.resolve("lists/scores.csv");
    Files.writeString(csv, "ref,dist,mos\n../a.png,\"deep/b, c.png\",3\n");

    HumanScores.Row row = HumanScores.read(csv).get(0);

    assertThat(row.reference()).isRegularFile().hasFileName("a.png");
    assertThat(row.distorted()).isRegularFile().hasFileName("b, c.png");
    assertThat(row.dist()).isEqualTo("deep/b, c.png");
  }

  @Test
  void spacesAroundFieldsDoNotCount() throws IOException {
    HumanScores.Row row = read("ref, dist ,type, mos", "a.png, a.png , blur , 2 ").get(0);

    assertThat(row.dist()).isEqualTo("a.png");
    assertThat(row.type()).isEqualTo("blur");
    assertThat(row.quality()).isEqualTo(2);
  }

  @Test
  void rowsKeepTheirOrderAndKnowTheirPlace() throws IOException {
    List<HumanScores.Row> rows =
        read("ref,dist,mos", "a.png,a.png,1", "a.png,a.png,-2e1", "a.png,a.png,3");

    assertThat(rows).extracting(HumanScores.Row::quality).containsExactly(1.0, -20.0, 3.0);
    assertThat(rows.get(2).place()).isEqualTo("row 3 of " + folder.resolve("scores.csv"));
  }

  @Test
  void linesOfAnotherSystemAreReadToo() throws IOException {
    Path csv = folder.resolve("scores.csv");
    Files.writeString(csv, "ref,dist,mos\r\na.png,a.png,1\r\na.png,a.png,2\r\n");

    assertThat(HumanScores.read(csv)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "3,5", "", "4/5"})
  void aScoreThatCannotBeOrderedIsRefused(String score) throws IOException {
    UserError error = refused("ref,dist,mos", "a.png,a.png,\"" + score + "\"");

    assertThat(error).hasMessageContaining("row 1 of").hasMessageContaining("'" + score + "'");
    assertThat(error.hint()).contains("decimal point");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lists", "", "b.png", "a.png/c.png"})
  void whatIsNoFileCannotBeAnImage(String name) throws IOException {
    UserError error = refused("ref,dist,mos", "a.png," + name + ",3");

    assertThat(error).hasMessageContaining("names '" + name + "', and there is no such file");
    assertThat(error.hint()).contains("relative");
  }

  @Test
  void aLongRowIsRefused() throws IOException {
    UserError error = refused("ref,dist,mos", "a.png,b, c.png,3");

    assertThat(error).hasMessageContaining("row 1 of").hasMessageContaining("4 fields");
    assertThat(error.hint()).contains("comma");
  }

  @Test
  void aColumnThatIsThereTwiceIsRefused() throws IOException {
    assertThat(refused("ref,dist,mos,mos", "a.png,a.png,3,4"))
        .hasMessageContaining("is not a list of human scores")
        .hasMessageContaining("duplicate name: \"mos\"");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertThat(refused()).hasMessageContaining("is not a list of human scores");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path csv = folder.resolve("scores.csv");
    byte[] bytes = "ref,dist,mos\na.png,a.png,3\n".getBytes(StandardCharsets.UTF_8);
    bytes[16] = (byte) 0xc3;
    Files.write(csv, bytes);

    assertThat(catchThrowableOfType(UserError.class, () -> HumanScores.read(csv)))
        .hasMessageContaining("cannot read the human scores in " + csv);
  }

  private List<HumanScores.Row> read(String... lines) throws IOException {
    return HumanScores.read(Files.write(folder.resolve("scores.csv"), List.of(lines)));
  }

  private UserError refused(String... lines) {
    return catchThrowableOfType(UserError.class, () -> read(lines));
  }
}
