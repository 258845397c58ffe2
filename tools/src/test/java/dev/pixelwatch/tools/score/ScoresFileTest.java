package dev.pixelwatch.tools.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoresFileTest {
  @TempDir Path folder;

  @Test
  void aRowCarriesTheNamesAsWrittenTheScoreAndTheStrongestType() throws IOException {
    write(row("sub/a.png", "b, soft.png"), -12.5, Map.of(DistortionType.BLUR, 0.25));

    CSVRecord record = records().get(0);
    assertThat(record.get("ref")).isEqualTo("sub/a.png");
    assertThat(record.get("dist")).isEqualTo("b, soft.png");
    assertThat(record.get("score")).isEqualTo("-12.500000");
    assertThat(record.get("top_type")).isEqualTo("blur");
    assertThat(record.get("top_direction")).isEqualTo("+1");
    assertThat(record.get("blur")).isEqualTo("0.250000");
    assertThat(record.get("noise")).isEqualTo("0.000000");
  }

  @Test
  void lessOfATypeIsADirectionOfMinusOne() throws IOException {
    write(row("a.png", "b.png"), 3, Map.of(DistortionType.NOISE, -0.5));

    assertThat(records().get(0).get("top_direction")).isEqualTo("-1");
    assertThat(records().get(0).get("noise")).isEqualTo("-0.500000");
  }

  @Test
  void withoutATypeThereIsNoDirectionEither() throws IOException {
    write(row("a.png", "b.png"), 0, Map.of(DistortionType.NOISE, 0.01));

    assertThat(records().get(0).get("top_type")).isEqualTo("none");
    assertThat(records().get(0).get("top_direction")).isEmpty();
  }

  @Test
  void numbersHaveADecimalPointWhereverTheMachineStands() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      write(row("a.png", "b.png"), 1.5, Map.of());
    } finally {
      Locale.setDefault(before);
    }

    assertThat(records().get(0).get("score")).isEqualTo("1.500000");
  }

  @Test
  void anEarlierTableIsReplacedAndAFolderMade() throws IOException {
    write(row("old.png", "old.png"), 1, Map.of());
    write(row("new.png", "new.png"), 2, Map.of());

    assertThat(records()).extracting(record -> record.get("ref")).containsExactly("new.png");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() {
    assertThatThrownBy(() -> ScoresFile.create(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot write " + folder);
  }

  /** Linux has a device that takes nothing, as a full disk does. */
  @Test
  void aDiskThatIsFullIsToldWhenTheRowsAreWritten() {
    Path full = Path.of("/dev/full");
    ScoresFile file = ScoresFile.create(full);
    file.write(row("a.png", "b.png"), new Assessment(Maps.even(Map.of()), 1));

    assertThatThrownBy(file::close)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("cannot write " + full + ": ");
  }

  private void write(PairsFile.Row row, double score, Map<DistortionType, Double> intensities) {
    try (ScoresFile file = ScoresFile.create(table())) {
      file.write(row, new Assessment(Maps.even(intensities), score));
    }
  }

  private List<CSVRecord> records() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(table())) {
      return format.parse(reader).getRecords();
    }
  }

  private Path table() {
    return folder.resolve("made/on/the/way/scores.csv");
  }

  private static PairsFile.Row row(String ref, String dist) {
    return new PairsFile.Row(ref, dist, Path.of(ref), Path.of(dist));
  }
}
