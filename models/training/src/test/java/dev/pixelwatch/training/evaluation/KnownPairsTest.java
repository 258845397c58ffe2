package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPairsTest {
  private static final String HEAD = "ref,dist,expected_type,expected_direction";
  @TempDir static Path folder;
  private static DistortionNetwork network;

  @BeforeAll
  static void paint() {
    network = OnnxNetwork.load("live", 1);
    RgbImage clean = Colour.toRgb(new MovingScene(160, 128, 1).frame(0));
    save(clean, "clean.png");
    save(scaled(clean, 0.45f), "dark.png");
    save(scaled(clean, 0.45f), "night, dark.png");
    save(clean.crop(0, 0, 160, 112), "low.png");
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void theStrongestTypeIsFoundWithItsDirection() throws IOException {
    List<KnownPairs.Row> rows =
        assess(HEAD, "clean.png,dark.png,exposure,-1", "dark.png,clean.png,exposure,+1");

    assertThat(rows).extracting(KnownPairs.Row::foundType).containsOnly("exposure");
    assertThat(rows).allMatch(KnownPairs.Row::right);
    assertThat(rows.get(0).foundIntensity()).isNegative();
    assertThat(rows.get(1).foundIntensity()).isPositive();
  }

  @Test
  void theRightTypeInTheWrongDirectionIsWrong() throws IOException {
    assertThat(assess(HEAD, "clean.png,dark.png,exposure,1").get(0).right()).isFalse();
    assertThat(assess(HEAD, "clean.png,dark.png,blur,-1").get(0).right()).isFalse();
  }

  @Test
  void moreColumnsSpacesQuotesAndCapitalsDoNoHarm() throws IOException {
    List<KnownPairs.Row> rows =
        assess(
            "licence,dist,expected_direction,ref,expected_type",
            "MIT,\"night, dark.png\", -1 , clean.png, Exposure");

    assertThat(rows.get(0).distorted()).isEqualTo("night, dark.png");
    assertThat(rows.get(0).expectedType()).isEqualTo("exposure");
    assertThat(rows.get(0).right()).isTrue();
  }

  @Test
  void aPairOfTheSameImageIsNeverRight() throws IOException {
    assertThat(assess(HEAD, "clean.png,clean.png,noise,1").get(0).right()).isFalse();
  }

  @Test
  void aMissingColumnIsTold() throws IOException {
    UserError error = refused("ref,dist,expected_type", "clean.png,dark.png,exposure");

    assertThat(error).hasMessageContaining("its columns are ref, dist, expected_type");
    assertThat(error.hint()).contains("expected_direction");
  }

  @Test
  void aTypeThatDoesNotExistIsToldWithItsRowAndThoseThatDo() throws IOException {
    UserError error =
        refused(HEAD, "clean.png,dark.png,exposure,-1", "clean.png,dark.png,vignetting,1");

    assertThat(error).hasMessageStartingWith("row 2 of ").hasMessageContaining("'vignetting'");
    assertThat(error.hint()).contains("chroma_noise");
  }

  @Test
  void aDirectionIsOneOrMinusOne() throws IOException {
    for (String direction : List.of("0", "2", "up", "", "1.0")) {
      UserError error = refused(HEAD, "clean.png,dark.png,exposure," + direction);

      assertThat(error).hasMessageContaining("row 1 of").hasMessageContaining("'" + direction);
      assertThat(error.hint()).contains("-1");
    }
  }

  @Test
  void aShortRowIsToldWithItsNumber() throws IOException {
    assertThat(refused(HEAD, "clean.png,dark.png,exposure,-1", "clean.png,dark.png"))
        .hasMessageContaining("row 2 of")
        .hasMessageContaining("2 fields");
  }

  @Test
  void aMissingImageIsToldWithItsRow() throws IOException {
    assertThat(refused(HEAD, "clean.png,gone.png,exposure,-1"))
        .hasMessageContaining("row 1 of")
        .hasMessageContaining("gone.png");
  }

  @Test
  void imagesOfDifferentSizesAreToldWithTheirRow() throws IOException {
    UserError error = refused(HEAD, "clean.png,low.png,exposure,-1");

    assertThat(error).hasMessageContaining("row 1 of").hasMessageContaining("160 x 112");
    assertThat(error.hint()).contains("same size");
  }

  @Test
  void aListWithoutRowsIsRefused() throws IOException {
    assertThat(refused(HEAD)).hasMessageContaining("names no pairs");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path csv = folder.resolve("binary.csv");
    byte[] bytes = (HEAD + "\nclean.png,dark.png,exposure,1\n").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 5] = (byte) 0xff;
    Files.write(csv, bytes);

    assertThat(catchThrowableOfType(UserError.class, () -> KnownPairs.assess(network, csv)))
        .hasMessageContaining("cannot read the known pairs in " + csv);
  }

  @Test
  void aListThatIsNotThereIsRefused() {
    Path csv = folder.resolve("nowhere.csv");

    assertThat(catchThrowableOfType(UserError.class, () -> KnownPairs.assess(network, csv)))
        .hasMessageContaining("nowhere.csv");
  }

  private static List<KnownPairs.Row> assess(String... lines) throws IOException {
    return KnownPairs.assess(network, Files.write(folder.resolve("pairs.csv"), List.of(lines)));
  }

  private static UserError refused(String... lines) {
    return catchThrowableOfType(UserError.class, () -> assess(lines));
  }

  private static RgbImage scaled(RgbImage image, float light) {
    RgbImage scaled = image.copy();
    for (float[] plane : scaled.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = Colour.toEncoded(light * Colour.toLinear(Math.max(0, plane[i])));
      }
    }
    return scaled;
  }

  private static void save(RgbImage image, String name) {
    ImageFiles.writePng(ImageFiles.toBufferedImage(image), folder.resolve(name));
  }
}
