package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EvaluateCommandTest {
  @TempDir Path folder;
  private Path judged;

  @BeforeEach
  void judgeImages() throws IOException {
    List<Picture> street = Clips.street(256, 192, 1);
    Clips.image(folder.resolve("clean.png"), street.get(0));
    for (int sigma = 1; sigma <= 4; sigma++) {
      Clips.image(
          folder.resolve("soft" + sigma + ".png"),
          Clips.filtered(street, "gblur=sigma=" + sigma).get(0));
    }
    judged = folder.resolve("judged.csv");
    Files.writeString(
        judged,
        """
        ref,dist,type,dmos
        clean.png,soft1.png,gblur,20
        clean.png,soft2.png,gblur,40
        clean.png,soft3.png,gblur,60
        clean.png,soft4.png,gblur,80
        clean.png,clean.png,none,0
        """);
  }

  private Path shippedNetwork() throws IOException {
    Path copy = folder.resolve("copy.onnx");
    try (InputStream in = getClass().getResourceAsStream("/weights/live.onnx")) {
      Files.copy(in, copy);
    }
    return copy;
  }

  @Test
  void agreementWithPeopleIsATableWithTheNetworkAndEveryBaseline() {
    Cli.Run run = Cli.run("evaluate", "--human", judged);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("| people: SRCC on 5 judged pairs (best baseline: ")
        .contains("| measure | all | gblur (4) | none (1) |")
        .contains("| Pixelwatch live | ")
        .contains("| MDSI | 1.000 | 1.000 | - |")
        .doesNotContain("photographs");
  }

  @Test
  void severalNetworksStandInOneTable() throws IOException {
    Path copy = shippedNetwork();

    Path other = Files.copy(copy, folder.resolve("other.onnx"));
    Files.copy(copy, folder.resolve("live.onnx"));

    Cli.Run run = Cli.run("evaluate", "--human", judged, "--network", copy, "--network", other);
    Cli.Run json =
        Cli.run("evaluate", "--human", judged, "--network", copy, "--network", other, "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("| what | copy | other |\n|---|---|---|\n| people: SRCC on 5")
        .containsPattern("- other: sha256 `[0-9a-f]{64}`");
    assertThat(
            Cli.run(
                    "evaluate",
                    "--human",
                    judged,
                    "--network",
                    "live",
                    "--network",
                    folder.resolve("live.onnx"))
                .out())
        .contains("| what | live | " + folder.resolve("live.onnx") + " |");
    JsonNode second = JsonMapper.shared().readTree(json.out()).get("networks").get(1);
    assertThat(second.get("model").get("name").asString()).isEqualTo("other");
  }

  @Test
  void aMissingNetworkIsToldBeforeAnythingIsMeasured() throws IOException {
    Path copy = shippedNetwork();

    Cli.Run run =
        Cli.run(
            "evaluate",
            "--human",
            judged,
            "--network",
            copy,
            "--network",
            folder.resolve("no.onnx"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot read the network").doesNotContain("comparing");
  }

  @Test
  void aJudgedImageThatIsDamagedIsToldBeforeThePhotographsAreMeasured() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Path photo = Clips.image(photos.resolve("photo.png"), Clips.street(256, 256, 1).get(0));
    for (int i = 1; i < 20; i++) {
      Files.copy(photo, photos.resolve(i + ".png"));
    }
    Files.writeString(folder.resolve("soft4.png"), "damaged");

    Path figures = folder.resolve("figures");

    Cli.Run run =
        Cli.run(
            "evaluate",
            "--photos",
            photos,
            "--human",
            judged,
            "--count",
            "4",
            "--pictures",
            figures);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("soft4.png");
    assertThat(figures).as("what is drawn of the photographs").doesNotExist();
  }

  @Test
  void picturesOfSeveralNetworksAreRefused() {
    Path any = folder.resolve("any.onnx");

    Cli.Run run =
        Cli.run(
            "evaluate",
            "--human",
            judged,
            "--network",
            any,
            "--network",
            any,
            "--pictures",
            folder);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--pictures draws one network, and there are 2");
  }

  @Test
  void theJsonCarriesTheCorrelationOfEveryMeasure() {
    Cli.Run run = Cli.run("evaluate", "--human", judged, "--json");

    JsonNode document = JsonMapper.shared().readTree(run.out());
    JsonNode human = document.get("human");
    assertThat(document.get("model").get("sha256").asString()).matches("[0-9a-f]{64}");
    assertThat(human.get("pairs").asInt()).isEqualTo(5);
    assertThat(human.get("pairs_of_type").get("gblur").asInt()).isEqualTo(4);
    assertThat(human.get("srcc").findValuesAsString("id"))
        .containsExactly("network", "psnr", "ssim", "ms_ssim", "gmsd", "haarpsi", "mdsi");
    assertThat(human.get("srcc").get(1).get("all").asDouble()).isEqualTo(1);
    assertThat(document.has("evaluation")).isFalse();
  }

  @Test
  void thePicturesAreTheLeakageMatrixAndTheScoreAgainstTheHumanScore() throws IOException {
    Path photographs = Files.createDirectory(folder.resolve("photographs"));
    List<Picture> street = Clips.street(288, 272, 20);
    for (int i = 0; i < street.size(); i++) {
      Clips.image(photographs.resolve(i + ".png"), street.get(i));
    }
    Path pictures = folder.resolve("pictures");
    Path markdown = folder.resolve("tables.md");

    Cli.Run run =
        Cli.run(
            "evaluate",
            "--photos",
            photographs,
            "--count",
            4,
            "--human",
            judged,
            "--pictures",
            pictures,
            "--markdown",
            markdown);

    assertThat(run.exitCode()).isZero();
    assertThat(ImageIO.read(pictures.resolve("leakage.png").toFile()).getWidth()).isEqualTo(1000);
    assertThat(ImageIO.read(pictures.resolve("human.png").toFile()).getWidth()).isEqualTo(1000);
    assertThat(markdown).hasContent(run.out());
    assertThat(run.out()).contains("Measured on crops of 20 photographs.", "| people: SRCC on 5 ");
  }

  @Test
  void aMissingImageIsToldWithItsRowBeforeAnythingIsMeasured() throws IOException {
    Files.writeString(judged, "ref,dist,dmos\nclean.png,gone.png,3\n");

    Cli.Run run = Cli.run("evaluate", "--human", judged);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("row 1 of " + judged + " names 'gone.png', and there is no such file")
        .doesNotContain("comparing");
  }

  @Test
  void knownPairsAreCountedAndListedWithWhatWasFound() throws IOException {
    Path known = knownPairs();

    Cli.Run run = Cli.run("evaluate", "--pairs", known);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("| real pairs: expected type first, direction right | 1 of 2 |")
        .containsPattern(
            "\\| soft3.png \\| blur \\+1 \\| \\+0\\.\\d\\d \\| blur \\| \\+0\\.\\d\\d \\| yes \\|")
        .containsPattern(
            "\\| soft3.png \\| blur -1 \\| \\+0\\.\\d\\d \\| blur \\| \\+0\\.\\d\\d \\| no \\|");
  }

  @Test
  void theJsonOfKnownPairsCarriesTheSameRows() throws IOException {
    JsonNode rows = json(Cli.run("evaluate", "--pairs", knownPairs(), "--json")).get("known_pairs");

    assertThat(rows.findValuesAsString("found_type")).containsExactly("blur", "blur");
    assertThat(rows.findValuesAsString("expected_direction")).containsExactly("1", "-1");
  }

  @Test
  void aNetworkOfOnesOwnIsCalledByItsFile() throws IOException {
    Path own = folder.resolve("my-run.onnx");
    try (InputStream weights = getClass().getResourceAsStream("/weights/live.onnx")) {
      Files.copy(weights, own);
    }

    Cli.Run run = Cli.run("evaluate", "--human", judged, "--network", own);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("Network my-run, sha256", "| Pixelwatch my-run | ");
  }

  @Test
  void aCorrelationThatTooFewPairsGiveIsNullAndNoWord() {
    JsonNode network =
        json(Cli.run("evaluate", "--human", judged, "--json")).get("human").get("srcc").get(0);

    assertThat(network.get("all").isNumber()).isTrue();
    assertThat(network.get("by_type").get("gblur").isNumber()).isTrue();
    assertThat(network.get("by_type").get("none").isNull()).isTrue();
  }

  @Test
  void aListFromASpreadsheetIsRead() throws IOException {
    String list = "\uFEFF" + Files.readString(judged).replace("\n", "\r\n") + "\r\n";
    Path spreadsheet = Files.writeString(folder.resolve("spreadsheet.csv"), list);

    Cli.Run run = Cli.run("evaluate", "--human", spreadsheet);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(Cli.run("evaluate", "--human", judged).out());
  }

  @Test
  void tablesThatCannotBeWrittenAreStillPrinted() throws IOException {
    Path nowhere = folder.resolve("gone/tables.md");

    Cli.Run run = Cli.run("evaluate", "--pairs", knownPairs(), "--markdown", nowhere);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).contains("| soft3.png | blur +1 |");
    assertThat(run.err()).contains("cannot write " + nowhere).doesNotContain("\tat ");
  }

  private Path knownPairs() throws IOException {
    return Files.writeString(
        folder.resolve("known.csv"),
        """
        ref,dist,expected_type,expected_direction
        clean.png,soft3.png,blur,1
        clean.png,soft3.png,blur,-1
        """);
  }

  private static JsonNode json(Cli.Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void withoutAnythingToMeasureOnItSaysWhatItNeeds() {
    Cli.Run run = Cli.run("evaluate");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--photos, --pairs or --human");
  }
}
