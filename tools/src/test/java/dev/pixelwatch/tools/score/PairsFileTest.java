package dev.pixelwatch.tools.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.score.PairsFile.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PairsFileTest {
  @TempDir Path folder;

  /** That there is a file is all that is asked of an image here. */
  @BeforeEach
  void layOutFiles() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    for (String name : List.of("a.png", "b.png", "sub/c.png", "with, comma.png")) {
      Files.createFile(folder.resolve(name));
    }
  }

  @Test
  void namesAreResolvedAgainstTheFolderOfTheFile() throws IOException {
    Path list = Files.writeString(folder.resolve("sub/list.csv"), "ref,dist\n../a.png,c.png\n");

    Row row = PairsFile.read(list).get(0);

    assertThat(row.ref()).isEqualTo("../a.png");
    assertThat(row.refFile()).hasSameBinaryContentAs(folder.resolve("a.png"));
    assertThat(row.refFile().toRealPath()).isEqualTo(folder.resolve("a.png").toRealPath());
    assertThat(row.distFile()).isEqualTo(folder.resolve("sub/c.png"));
  }

  @Test
  void anAbsoluteNameIsTakenAsItIs() throws IOException {
    Path image = folder.resolve("a.png").toAbsolutePath();

    Row row = rows("ref,dist", image + ",b.png").get(0);

    assertThat(row.refFile()).isEqualTo(image);
  }

  @Test
  void theColumnsMayStandInAnyOrderAmongOthers() throws IOException {
    Row row = rows("id,dist,note,ref", "7,b.png,dark,a.png").get(0);

    assertThat(row.ref()).isEqualTo("a.png");
    assertThat(row.dist()).isEqualTo("b.png");
  }

  @Test
  void aNameWithACommaIsQuoted() throws IOException {
    assertThat(rows("ref,dist", "\"with, comma.png\",a.png").get(0).ref())
        .isEqualTo("with, comma.png");
  }

  @Test
  void blanksAroundNamesDoNotCount() throws IOException {
    assertThat(rows("ref , dist", " a.png , b.png ").get(0).dist()).isEqualTo("b.png");
  }

  @Test
  void aSpreadsheetsByteOrderMarkAndLineEndsAreNoPartOfTheNames() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "\uFEFFref,dist\r\na.png,b.png\r\nb.png,a.png\r\n");

    assertThat(PairsFile.read(list)).extracting(Row::dist).containsExactly("b.png", "a.png");
  }

  @Test
  void emptyLinesAreNoPairs() throws IOException {
    assertThat(rows("ref,dist", "", "a.png,b.png", "", "b.png,a.png", "", ""))
        .extracting(Row::ref)
        .containsExactly("a.png", "b.png");
  }

  @Test
  void theSamePairMayStandThereTwice() throws IOException {
    assertThat(rows("ref,dist", "a.png,b.png", "a.png,b.png")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone.png", "", "sub", "\"with\""})
  void aNameWithoutAFileIsToldWithItsRow(String name) {
    assertThatThrownBy(() -> rows("ref,dist", "a.png,b.png", "a.png," + name))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("row 2 of " + folder.resolve("list.csv"))
        .hasMessageContaining("names '" + name.replace("\"", "") + "'");
  }

  @Test
  void aCommaTooManyIsToldRatherThanGuessedAt() {
    assertThatThrownBy(() -> rows("ref,dist", "with, comma.png,a.png"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("row 1")
        .hasMessageContaining("3 fields");
  }

  @Test
  void aColumnThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> rows("ref,dist,ref", "a.png,b.png,b.png"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("list.csv");
  }

  private List<Row> rows(String... lines) throws IOException {
    return PairsFile.read(Files.write(folder.resolve("list.csv"), List.of(lines)));
  }
}
