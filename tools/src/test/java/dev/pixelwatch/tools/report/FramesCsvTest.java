package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesCsvTest {
  private static final String HEADER =
      "frame,time_us,outcome,score,noise,chroma_noise,blur,oversharpening,smearing,blocking,banding,"
          + "aliasing,ghosting,corruption,exposure,contrast,saturation,warmth,tint";

  @TempDir Path folder;

  @Test
  void theHeaderIsThatOfTheContract() throws IOException {
    write(List.of());

    assertThat(file()).hasContent(HEADER + "\n");
  }

  @Test
  void aScoredFrameReadsBackAsItWas() throws IOException {
    write(List.of(Runs.scored(3, -12.3456, Map.of(DistortionType.TINT, -0.12345))));

    CSVRecord row = rows().get(0);

    assertThat(row.get("frame")).isEqualTo("3");
    assertThat(row.get("time_us")).isEqualTo("99999");
    assertThat(row.get("outcome")).isEqualTo("scored");
    assertThat(row.get("score")).isEqualTo("-12.346");
    assertThat(row.get("tint")).isEqualTo("-0.1235");
    assertThat(row.get("noise")).isEqualTo("0.0000");
  }

  @Test
  void cellsOfAFrameThatWasNotScoredAreEmpty() throws IOException {
    write(List.of(Runs.notScored(3, FrameOutcome.SKIPPED)));

    assertThat(Files.readString(file())).endsWith("\n3,99999,skipped,,,,,,,,,,,,,,,,\n");
  }

  @Test
  void rowsAreInOrderOfFramesAndADuplicateFollowsItsFrame() throws IOException {
    write(
        List.of(
            Runs.notScored(2, FrameOutcome.DUPLICATE),
            Runs.scored(2, 0, Map.of()),
            Runs.scored(1, 0, Map.of())));

    assertThat(rows())
        .extracting(row -> row.get("frame") + " " + row.get("outcome"))
        .containsExactly("1 scored", "2 scored", "2 duplicate");
  }

  @Test
  void tinyNumbersAreNotWrittenWithAnExponentOrAsMinusZero() throws IOException {
    write(List.of(Runs.scored(0, -1e-9, Map.of(DistortionType.BLUR, -1e-7))));

    CSVRecord row = rows().get(0);

    assertThat(row.get("score")).isEqualTo("0.000");
    assertThat(row.get("blur")).isEqualTo("0.0000");
  }

  @Test
  void numbersHaveAPointInEveryLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      write(List.of(Runs.scored(0, -1.5, Map.of())));
    } finally {
      Locale.setDefault(before);
    }

    assertThat(rows().get(0).get("score")).isEqualTo("-1.500");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyNumberReadsBackWithinHalfOfItsLastDecimal(long seed) throws IOException {
    List<FrameResult> results = Runs.random(seed, 60);
    write(results);

    List<CSVRecord> rows = rows();

    assertThat(rows).hasSameSizeAs(results);
    for (int i = 0; i < results.size(); i++) {
      FrameResult result = results.get(i);
      CSVRecord row = rows.get(i);
      assertThat(row.get("frame")).isEqualTo(Long.toString(result.frame()));
      assertThat(row.get("outcome")).isEqualTo(result.outcome().id());
      if (result.isScored()) {
        assertThat(Double.parseDouble(row.get("score"))).isCloseTo(result.score(), within(0.00051));
        for (DistortionType type : DistortionType.values()) {
          assertThat(Double.parseDouble(row.get(type.id())))
              .isCloseTo(result.intensity(type), within(0.000051));
        }
      }
    }
  }

  private void write(List<FrameResult> results) {
    FramesCsv.write(results, file());
  }

  private Path file() {
    return folder.resolve("frames.csv");
  }

  private List<CSVRecord> rows() throws IOException {
    try (Reader reader = Files.newBufferedReader(file())) {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(reader)
          .getRecords();
    }
  }
}
