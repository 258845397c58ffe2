package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two processed videos with one reference, through the real network. */
final class CompareCommandTest {
  private static final int WIDTH = 128;
  private static final int HEIGHT = 96;
  private static final int FRAMES = 40;
  private static final int FAILED = 3;
  private static final int NOT_ENOUGH_DATA = 4;

  @TempDir static Path shared;
  private static List<Picture> street;
  private static Path reference;
  private static Path old;
  private static Path noisy;

  @TempDir Path folder;

  @BeforeAll
  static void film() {
    street = Clips.street(WIDTH, HEIGHT, FRAMES);
    reference = Clips.video(shared.resolve("ref.mkv"), street);
    old = Clips.video(shared.resolve("old.mkv"), Clips.filtered(street, "noise=c0s=3:c0f=t"));
    noisy = Clips.video(shared.resolve("new.mkv"), Clips.filtered(street, "noise=c0s=20:c0f=t"));
  }

  @Test
  void aNoisierBuildIsWorseInNoiseAndFailsTheGate() {
    Cli.Run run = compare(old, noisy);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(FAILED);
    assertThat(run.out())
        .contains("A: old.mkv", "B: new.mkv", "40 common frames", "Gate: failed")
        .containsPattern("B is worse than A: .*more luma noise \\(noise \\+0\\.")
        .containsPattern("(?m)^noise .* worse$");
  }

  @Test
  void theOtherWayRoundItIsBetterAndPasses() throws IOException {
    Path gate = folder.resolve("gate.yaml");
    // Much less noise also looks a little like sharpening.
    Files.writeString(gate, "allow: {oversharpening: 0.1}\nignore: [smearing]\n");

    Cli.Run run = compare(noisy, old, "--gate", gate);

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("B is better than A", "less luma noise", "Gate: passed");
  }

  @Test
  void aBuildBesideItselfDiffersInNothing() {
    JsonNode json = json(compare(noisy, noisy, "--json"));

    assertThat(json.get("gate").asString()).isEqualTo("passed");
    assertThat(json.get("quantities").values())
        .allSatisfy(
            quantity -> {
              assertThat(quantity.get("verdict").asString()).isEqualTo("no_difference");
              assertThat(quantity.get("low").asDouble()).isZero();
              assertThat(quantity.get("high").asDouble()).isZero();
            });
  }

  @Test
  void theMeansAreThoseThatScoreGivesForTheImagesOfAFrame() {
    Path one = Clips.video(folder.resolve("one.mkv"), street.subList(0, 1));
    List<Picture> blurred = Clips.filtered(street.subList(0, 1), "gblur=sigma=2");
    Path soft = Clips.video(folder.resolve("soft.mkv"), blurred);
    Path before = Clips.image(folder.resolve("before.png"), street.get(0));
    Path after = Clips.image(folder.resolve("after.png"), blurred.get(0));

    JsonNode compared =
        json(Cli.run("compare", "--reference", one, one, soft, "--json")).get("quantities");
    JsonNode scored = json(Cli.run("score", before, after, "--json"));

    assertThat(compared.get("score").get("mean_a").asDouble()).isZero();
    // The images go through RGB and back.
    assertThat(compared.get("score").get("mean_b").asDouble())
        .isCloseTo(scored.get("score").asDouble(), within(3.0));
  }

  @Test
  void aGateMayAllowIt() throws IOException {
    Path gate = folder.resolve("gate.yaml");
    String others =
        Arrays.stream(DistortionType.values())
            .filter(type -> type != DistortionType.NOISE)
            .map(DistortionType::id)
            .collect(Collectors.joining(", "));
    Files.writeString(gate, "allow: {noise: 0.9, score: 200}\nignore: [" + others + "]\n");

    Cli.Run run = compare(old, noisy, "--gate", gate);

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("B is worse than A", "Gate: passed");
  }

  @Test
  void aFewFramesAreNotEnoughData() {
    Cli.Run run = compare(old, noisy, "--frames", 8);

    assertThat(run.exitCode()).isEqualTo(NOT_ENOUGH_DATA);
    assertThat(run.out()).contains("8 common frames", "Not enough data", "Gate: open");
  }

  @Test
  void theReportIsOnePageAndOneJsonFile() throws IOException {
    Path report = folder.resolve("report");

    Cli.Run run = compare(old, noisy, "--report", report, "--direct");

    assertThat(run.err()).contains("The report is " + report.resolve("compare.html"));
    assertThat(run.out()).contains("The network compared B with A itself");
    String page = Files.readString(report.resolve("compare.html"));
    assertThat(page).contains("more luma noise", "Where in the frame", "B beside A itself");
    JsonNode json = JsonMapper.shared().readTree(Files.readString(report.resolve("compare.json")));
    assertThat(json.get("direct").get("agrees").asBoolean()).isTrue();
    assertThat(json.get("direct").get("quantities").get("noise").get("agreement").asString())
        .isEqualTo("agree");
    assertThat(json.get("frames_that_differ_most")).isNotEmpty();
  }

  @Test
  void aVideoThatIsCutOffIsComparedAsFarAsItDecodes() throws IOException {
    byte[] whole = Files.readAllBytes(noisy);
    Path cut = folder.resolve("cut.mkv");
    Files.write(cut, Arrays.copyOf(whole, whole.length * 7 / 10));

    Cli.Run run = compare(old, cut);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(FAILED);
    assertThat(run.err()).containsPattern("cut.mkv is cut off or damaged: \\d+ frames? could not");
    assertThat(run.out()).containsPattern("left out: \\d+ that only A has and 0 that only B has");
  }

  @Test
  void buildsOfDifferentSizesAreRefused() {
    Path large = Clips.video(folder.resolve("large.mkv"), Clips.street(192, 144, 3));

    Cli.Run run = compare(old, large);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("the sizes differ", "192 x 144", "128 x 96");
  }

  @Test
  void withoutAReferenceTwoVideosAreRefused() {
    Cli.Run run = Cli.run("compare", old, noisy);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("compare needs two videos and their reference");
  }

  @Test
  void aWrongGateIsRefusedBeforeAnythingIsScored() throws IOException {
    Path gate = Files.writeString(folder.resolve("gate.yaml"), "allow:\n  nois: 1\n");

    Cli.Run run = compare(old, noisy, "--gate", gate);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("gate.yaml, line 2: nois").doesNotContain("Comparing");
  }

  @Test
  void aConfidenceInPercentIsRefused() {
    Cli.Run run = compare(old, noisy, "--confidence", 95);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--confidence is 95");
  }

  private static Cli.Run compare(Path a, Path b, Object... options) {
    Object[] all = new Object[5 + options.length];
    System.arraycopy(new Object[] {"compare", "--reference", reference, a, b}, 0, all, 0, 5);
    System.arraycopy(options, 0, all, 5, options.length);
    return Cli.run(all);
  }

  private static JsonNode json(Cli.Run run) {
    assertThat(run.out()).as(run.err()).startsWith("{");
    return JsonMapper.shared().readTree(run.out());
  }
}
