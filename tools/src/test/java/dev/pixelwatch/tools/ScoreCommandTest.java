package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.OnnxNetwork;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"live", "studio"})
  void eachNetworkThatIsShippedNamesABlur(String network) {
    JsonNode result = json(Cli.run("score", clean, blurred, "--json", "--network", network));

    assertThat(result.get("model").get("name").asString()).isEqualTo(network);
    assertThat(result.get("top_type").asString()).isEqualTo("blur");
    assertThat(result.get("score").asDouble()).isNegative();
  }

  @Test
  void aNetworkOfTheUsersOwnScoresUnderTheNameOfItsFile() throws IOException {
    Path own = folder.resolve("mine.onnx");
    try (InputStream shipped = OnnxNetwork.class.getResourceAsStream("/weights/live.onnx")) {
      Files.copy(shipped, own);
    }
    JsonNode result = json(Cli.run("score", clean, blurred, "--json", "--network", own));

    assertThat(result.get("model").get("name").asString()).isEqualTo("mine");
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

  @Test
  void theMapLightsUpWhereTheDistortionIs() throws IOException {
    Path map = folder.resolve("map.png");
    Path half = leftHalfOf(blurred);

    JsonNode result = json(Cli.run("score", clean, half, "--json", "--map", map));

    assertThat(result.get("top_type").asString()).isEqualTo("blur");
    BufferedImage drawn = ImageIO.read(map.toFile());
    assertThat(colour(drawn, 8, 72)).isGreaterThan(3 * colour(drawn, 120, 184));
  }

  @Test
  void theMapOfEqualImagesShowsNoColour() throws IOException {
    Path map = folder.resolve("map.png");

    Cli.run("score", clean, clean, "--map", map);

    assertThat(colour(ImageIO.read(map.toFile()), 0, 192)).isZero();
  }

  @Test
  void imagesOfOnePixelAndOfOddSidesAreScored() {
    for (int[] size : new int[][] {{1, 1}, {7, 5}, {33, 17}}) {
      Path image = Clips.noise(folder.resolve("small.png"), size[0], size[1]);

      JsonNode result = json(Cli.run("score", image, image, "--json"));

      assertThat(result.get("score").asDouble()).as(size[0] + " x " + size[1]).isZero();
    }
  }

  @Test
  void theStrongestTypeComesFirstInTheWords() {
    Path dark =
        Clips.image(
            folder.resolve("dark.png"),
            Clips.filtered(Clips.street(192, 128, 1), "exposure=exposure=-1,noise=c0s=10").get(0));

    List<Double> strengths =
        Cli.run("score", clean, dark)
            .out()
            .lines()
            .filter(line -> line.startsWith("  "))
            .map(line -> Math.abs(Double.parseDouble(line.strip().split(" +", -1)[1])))
            .toList();

    assertThat(strengths).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void numbersHaveADecimalPointWhereverTheMachineStands() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Cli.run("score", clean, blurred).out())
          .containsPattern("score -\\d+\\.\\d points")
          .containsPattern("blur +\\+\\d\\.\\d\\d");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theWordsSayTheSameAsTheJson() {
    JsonNode result = json(Cli.run("score", clean, blurred, "--json"));
    String words = Cli.run("score", clean, blurred).out();

    assertThat(words)
        .contains(String.format(Locale.ROOT, "score %+.1f points", result.get("score").asDouble()))
        .contains(result.get("model").get("sha256").asString())
        .contains(result.get("version").asString())
        .contains(result.get("engine").asString());
    assertThat(result.get("ref").asString()).isEqualTo(clean.toString());
    assertThat(result.get("dist").asString()).isEqualTo(blurred.toString());
  }

  @Test
  void aTableSaysTheSameOfAPairAsTheTwoImagesAlone() throws IOException {
    Path pairs = Files.writeString(folder.resolve("p.csv"), "ref,dist\nclean.png,blurred.png\n");
    Path scores = folder.resolve("s.csv");

    Cli.run("score", "--pairs", pairs, "--out", scores);

    double alone = json(Cli.run("score", clean, blurred, "--json")).get("score").asDouble();
    double inTable = Double.parseDouble(Files.readAllLines(scores).get(1).split(",", -1)[2]);
    assertThat(inTable).isCloseTo(alone, within(1e-3));
  }

  @Test
  void withoutATerminalAShortTableIsScoredWithoutChatter() throws IOException {
    Path pairs = Files.writeString(folder.resolve("p.csv"), "ref,dist\nclean.png,blurred.png\n");
    Path scores = folder.resolve("s.csv");

    Cli.Run run = Cli.run("score", "--pairs", pairs, "--out", scores);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("1 pairs scored, the table is " + scores + "\n");
  }

  @Test
  void aPairThatCannotBeReadKeepsTheRowsBeforeIt() throws IOException {
    byte[] whole = Files.readAllBytes(blurred);
    Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 3));
    Path pairs =
        Files.writeString(
            folder.resolve("p.csv"), "ref,dist\nclean.png,blurred.png\nclean.png,cut.png\n");
    Path scores = folder.resolve("s.csv");

    Cli.Run run = Cli.run("score", "--pairs", pairs, "--out", scores);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cut.png is damaged");
    assertThat(Files.readAllLines(scores)).hasSize(2);
  }

  /** The clean image with the left half of another one in it. */
  private Path leftHalfOf(Path other) throws IOException {
    BufferedImage image = ImageIO.read(clean.toFile());
    BufferedImage left = ImageIO.read(other.toFile()).getSubimage(0, 0, 96, 128);
    image.createGraphics().drawImage(left, 0, 0, null);
    Path file = folder.resolve("half.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** Mean difference of red and blue in these columns of the picture: 0 where all is grey. */
  private static double colour(BufferedImage image, int from, int to) {
    double sum = 0;
    for (int y = 0; y < 128; y++) {
      for (int x = from; x < to; x++) {
        int rgb = image.getRGB(x, y);
        sum += Math.abs((rgb >> 16 & 0xff) - (rgb & 0xff));
      }
    }
    return sum / (128 * (to - from));
  }

  private static JsonNode json(Cli.Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonMapper.builder().build().readTree(run.out());
  }
}
