package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

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
  void withoutAnythingToMeasureOnItSaysWhatItNeeds() {
    Cli.Run run = Cli.run("evaluate");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--photos, --pairs or --human");
  }
}
