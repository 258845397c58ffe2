package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ScoreCommandTest {
  @TempDir Path folder;
  private Path clean;
  private Path blurred;

  @BeforeEach
  void drawImages() {
    List<Picture> street = Clips.street(192, 128, 1);
    clean = Clips.image(folder.resolve("clean.png"), street.get(0));
    blurred =
        Clips.image(folder.resolve("blurred.png"), Clips.filtered(street, "gblur=sigma=3").get(0));
  }

  @Test
  void twoEqualImagesScoreZeroAndNameNoType() {
    JsonNode result = json(Cli.run("score", clean, clean, "--json"));

    assertThat(result.get("score").asDouble()).isZero();
    assertThat(result.get("top_type").asString()).isEqualTo("none");
    assertThat(result.get("top_direction").isNull()).isTrue();
  }

  @Test
  void aBlurredImageIsWorseAndNamedBlurred() {
    JsonNode result = json(Cli.run("score", clean, blurred, "--json"));

    assertThat(result.get("score").asDouble()).isNegative();
    assertThat(result.get("top_type").asString()).isEqualTo("blur");
    assertThat(result.get("top_direction").asInt()).isEqualTo(1);
  }

  @Test
  void swappingTheImagesTurnsTheScoreAround() {
    JsonNode there = json(Cli.run("score", clean, blurred, "--json"));
    JsonNode back = json(Cli.run("score", blurred, clean, "--json"));

    assertThat(back.get("score").asDouble()).isEqualTo(-there.get("score").asDouble());
    assertThat(back.get("top_direction").asInt()).isEqualTo(-1);
  }

  @Test
  void theJsonCarriesEveryTypeInOrderAndTheModel() {
    JsonNode result = json(Cli.run("score", clean, blurred, "--json"));

    assertThat(result.get("types").propertyNames())
        .containsExactlyElementsOf(
            List.of(DistortionType.values()).stream().map(DistortionType::id).toList());
    assertThat(result.get("model").get("sha256").asString()).matches("[0-9a-f]{64}");
  }

  @Test
  void theWordsSayTheScoreAndTheDirection() {
    Cli.Run run = Cli.run("score", clean, blurred);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("points", "blur", "less sharp", "sha256");
  }

  @Test
  void theMapIsAPictureAsWideAsTheImage() throws IOException {
    Path map = folder.resolve("maps/map.png");

    Cli.run("score", clean, blurred, "--map", map);

    assertThat(ImageIO.read(map.toFile()).getWidth()).isEqualTo(192);
  }

  @Test
  void manyPairsBecomeATableInTheirOrder() throws IOException {
    Path pairs = folder.resolve("pairs.csv");
    Path scores = folder.resolve("scores.csv");
    Files.writeString(
        pairs,
        """
        note,ref,dist
        "same, twice",clean.png,clean.png
        soft,clean.png,blurred.png
        sharp,blurred.png,clean.png
        """);

    Cli.Run run = Cli.run("score", "--pairs", pairs, "--out", scores);

    assertThat(run.exitCode()).isZero();
    List<String> lines = Files.readAllLines(scores);
    assertThat(lines.get(0))
        .isEqualTo(
            "ref,dist,score,top_type,top_direction,noise,chroma_noise,blur,oversharpening,smearing,"
                + "blocking,banding,aliasing,ghosting,corruption,exposure,contrast,saturation,warmth,"
                + "tint");
    assertThat(lines.get(1)).startsWith("clean.png,clean.png,0.000000,none,,0.000000");
    assertThat(lines.get(2)).startsWith("clean.png,blurred.png,-").contains(",blur,+1,");
    assertThat(lines.get(3)).startsWith("blurred.png,clean.png,").contains(",blur,-1,");
  }

  @Test
  void differentSizesAreNamed() {
    Path small = Clips.image(folder.resolve("small.png"), Clips.street(96, 64, 1).get(0));

    Cli.Run run = Cli.run("score", clean, small);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("192 x 128", "96 x 64").doesNotContain("\tat ");
  }

  @Test
  void aFileThatIsNoImageIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not an image");

    Cli.Run run = Cli.run("score", clean, text);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("notes.txt is not an image.");
  }

  @Test
  void aPairThatDoesNotExistIsNamedWithItsRow() throws IOException {
    Path pairs = Files.writeString(folder.resolve("p.csv"), "ref,dist\nclean.png,gone.png\n");

    Cli.Run run = Cli.run("score", "--pairs", pairs, "--out", folder.resolve("s.csv"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("row 1", "p.csv", "'gone.png'");
  }

  @Test
  void aTableWithoutTheColumnsIsExplained() throws IOException {
    Path pairs = Files.writeString(folder.resolve("p.csv"), "a,b\nclean.png,clean.png\n");

    Cli.Run run = Cli.run("score", "--pairs", pairs, "--out", folder.resolve("s.csv"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("has no column 'ref'");
  }

  @Test
  void oneImageIsNotEnough() {
    Cli.Run run = Cli.run("score", clean);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("score needs two images");
  }

  private static JsonNode json(Cli.Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonMapper.builder().build().readTree(run.out());
  }
}
