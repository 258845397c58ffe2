package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.monitor.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Videos through the real system. One broker serves the tests; each has a stream of its own. */
final class WatchCommandTest {
  private static final int WIDTH = 128;
  private static final int HEIGHT = 96;
  private static final int FRAMES = 12;

  @TempDir static Path shared;
  private static EmbeddedBroker broker;
  private static List<Picture> street;
  private static Path reference;
  private static Path blurred;

  @TempDir Path folder;

  @BeforeAll
  static void startBrokerAndFilm() {
    broker = EmbeddedBroker.start(shared.resolve("broker"));
    street = Clips.street(WIDTH, HEIGHT, FRAMES);
    reference = Clips.video(shared.resolve("reference.mkv"), street);
    blurred = Clips.video(shared.resolve("blurred.mkv"), Clips.filtered(street, "gblur=sigma=3"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aBlurredVideoIsSaidToBeLessSharpAndWorse() {
    Cli.Run run = watch("blur", reference, blurred);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("12 of 12 frames scored", "worse", "Strongest: less sharp");
  }

  @Test
  void theReportHoldsTheSummaryEveryFrameAndAPage() throws IOException {
    Path report = folder.resolve("report");

    Cli.Run run =
        watch("rep", reference, blurred, "--report", report, "--stage", "lens", "--build", "7");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(report.resolve("report.html")).exists();
    JsonNode summary = read(report.resolve("summary.json"));
    assertThat(summary.get("stream").asString()).isEqualTo("rep");
    assertThat(summary.get("frames").asInt()).isEqualTo(FRAMES);
    assertThat(summary.get("outcomes").get("scored").asInt()).isEqualTo(FRAMES);
    assertThat(summary.get("top_types").get(0).asString()).isEqualTo("blur");
    assertThat(summary.get("model").get("sha256").asString()).matches("[0-9a-f]{64}");
    assertThat(summary.get("speed").get("pairs_per_second").asDouble()).isPositive();
    List<String> rows = Files.readAllLines(report.resolve("frames.csv"));
    assertThat(rows).hasSize(1 + FRAMES);
    assertThat(rows.get(0)).startsWith("frame,time_us,outcome,score,noise,");
    assertThat(rows.get(3)).startsWith("2,80000,scored,-");
    try (var pictures = Files.list(report.resolve("frames"))) {
      assertThat(pictures).isNotEmpty();
    }
  }

  @Test
  void identicalVideosScoreZeroAndNameNoType() {
    JsonNode summary = json(watch("same", reference, reference, "--json"));

    assertThat(summary.get("score").get("min").asDouble()).isZero();
    assertThat(summary.get("score").get("mean").asDouble()).isZero();
    assertThat(summary.get("top_types")).isEmpty();
    for (DistortionType type : DistortionType.values()) {
      assertThat(summary.get("types").get(type.id()).get("max").asDouble()).isZero();
    }
  }

  @Test
  void aVideoOfOneFrameIsWatched() {
    Path one = Clips.video(folder.resolve("one.mkv"), street.subList(0, 1));

    Cli.Run run = watch("one", one, one);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 of 1 frame scored");
  }

  @Test
  void onlySoManyFramesAreWatchedAsAreAskedFor() {
    JsonNode summary = json(watch("five", reference, blurred, "--frames", 5, "--json"));

    assertThat(summary.get("frames").asInt()).isEqualTo(5);
  }

  @Test
  void framesWithoutAPartnerEndUnmatchedAndTheLengthsAreSaid() {
    Path shorter = Clips.video(folder.resolve("short.mkv"), street.subList(0, 9));

    Cli.Run run = watch("short", reference, shorter, "--json");

    JsonNode outcomes = json(run).get("outcomes");
    assertThat(outcomes.get("scored").asInt()).isEqualTo(9);
    assertThat(outcomes.get("unmatched").asInt()).isEqualTo(3);
    assertThat(run.err()).contains("has 12 frames and the processed video 9");
    assertThat(json(run).get("run").get("notes").get(0).asString()).contains("the last 3");
  }

  @Test
  void aVideoThatIsCutOffIsScoredAsFarAsItDecodes() throws IOException {
    byte[] whole = Files.readAllBytes(blurred);
    Path cut = folder.resolve("cut.mkv");
    Files.write(cut, Arrays.copyOf(whole, whole.length * 6 / 10));

    Cli.Run run = watch("cut", reference, cut, "--json");

    assertThat(run.exitCode()).isEqualTo(2);
    JsonNode outcomes = JsonMapper.builder().build().readTree(run.out()).get("outcomes");
    assertThat(outcomes.get("scored").asInt()).isBetween(1, FRAMES - 1);
    assertThat(outcomes.get("scored").asInt() + outcomes.get("unmatched").asInt())
        .isEqualTo(FRAMES);
    assertThat(run.err()).containsPattern("cut.mkv is cut off or damaged: \\d+ frames? could not");
  }

  @Test
  void aReferenceOfAnotherSizeIsScaledWhenAskedFor() {
    Path large = Clips.video(folder.resolve("large.mkv"), Clips.street(192, 144, FRAMES));

    Cli.Run refused = watch("size", large, reference);
    JsonNode scaled = json(watch("size", large, reference, "--scale-reference", "--json"));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("192 x 144", "128 x 96", "--scale-reference");
    assertThat(scaled.get("outcomes").get("scored").asInt()).isEqualTo(FRAMES);
    assertThat(scaled.get("run").get("width").asInt()).isEqualTo(128);
  }

  @Test
  void oddSizesAndTenBitSamplesAreWatchedAndTheConversionIsSaidOnce() {
    List<Picture> odd = Clips.street(131, 97, 4);
    Path deep =
        Clips.video(
            folder.resolve("deep.mkv"),
            odd,
            Clips.RATE,
            Encoding.lossless().withPixelFormat("yuv444p10le"));
    Path plain = Clips.video(folder.resolve("odd.mkv"), odd);

    Cli.Run run = watch("odd", deep, plain, "--json");

    assertThat(json(run).get("outcomes").get("scored").asInt()).isEqualTo(4);
    assertThat(run.err()).containsOnlyOnce("yuv444p10le samples are converted");
  }

  @Test
  void differentFrameRatesAreSaid() {
    Path fast =
        Clips.video(folder.resolve("fast.mkv"), street, FrameRate.of(50), Encoding.lossless());

    Cli.Run run = watch("rates", reference, fast);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("frame rates differ, 25 and 50 frames/s");
  }

  @Test
  void liveModeGivesEveryFrameAnOutcome() {
    JsonNode outcomes =
        json(watch("live", reference, blurred, "--mode", "live", "--json")).get("outcomes");

    assertThat(outcomes.get("scored").asInt() + outcomes.get("skipped").asInt()).isEqualTo(FRAMES);
  }

  @Test
  void swappedVideosAreBetterByAsMuchAsTheyWereWorse() {
    JsonNode there = json(watch("there", reference, blurred, "--frames", 4, "--json"));
    JsonNode back = json(watch("back", blurred, reference, "--frames", 4, "--json"));

    double worse = there.get("score").get("mean").asDouble();
    assertThat(worse).isNegative();
    assertThat(back.get("score").get("mean").asDouble()).isEqualTo(-worse);
    assertThat(back.get("types").get("blur").get("mean").asDouble())
        .isEqualTo(-there.get("types").get("blur").get("mean").asDouble());
  }

  @Test
  void lengthsThatDifferBeyondTheFramesThatAreAskedForAreNotWorthAWord() {
    Path shorter = Clips.video(folder.resolve("short.mkv"), street.subList(0, 6));

    Cli.Run run = watch("begin", reference, shorter, "--frames", 6);

    assertThat(run.out()).contains("6 of 6 frames scored.");
    assertThat(run.err()).doesNotContain("no partner");
  }

  @Test
  void theJsonIsAloneOnTheOutputAndTheSameAsInTheReport() throws IOException {
    Path report = folder.resolve("report");

    Cli.Run run =
        watch("json", reference, blurred, "--json", "--report", report, "--stage", "lens");

    assertThat(run.out()).isEqualTo(Files.readString(report.resolve("summary.json")));
    assertThat(run.err()).contains("128 x 96, 25 frames/s", "The report is " + report);
    JsonNode details = json(run).get("run");
    assertThat(details.get("stage").asString()).isEqualTo("lens");
    assertThat(details.get("build").asString()).isEqualTo("unknown");
    assertThat(details.get("reference").asString()).isEqualTo(reference.toString());
    assertThat(details.get("processed").asString()).isEqualTo(blurred.toString());
  }

  @Test
  void stillImagesAreVideosOfOneFrame() {
    Path clean = Clips.image(folder.resolve("clean.png"), street.get(0));
    Path noisy =
        Clips.image(
            folder.resolve("noisy.png"), Clips.filtered(street, "noise=c0s=40:c0f=t").get(0));

    Cli.Run run = watch("still", clean, noisy);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 of 1 frame scored", "more luma noise");
  }

  @Test
  void onAClusterAStreamWithoutANameIsNewInEveryRun() {
    JsonNode summary =
        json(
            Cli.run(
                "watch",
                reference,
                blurred,
                "--frames",
                2,
                "--json",
                "--bootstrap-servers",
                broker.bootstrapServers()));

    assertThat(summary.get("stream").asString()).matches("blurred\\.mkv-\\d{10,}");
  }

  @Test
  void frameNumbersThatWereWatchedBeforeOnAClusterAreRefusedAndTold() {
    watch("twice", reference, blurred, "--frames", 3);

    Cli.Run again = watch("twice", reference, blurred, "--frames", 3);

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.out()).contains("duplicate").doesNotContain("3 of 3 frames scored.");
    assertThat(again.err()).contains("with these numbers already", "Give another --stream");
  }

  @Test
  void aReportThatCannotBeMadeIsToldBeforeAnythingIsWatched() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    Cli.Run run = watch("place", reference, blurred, "--report", file.resolve("report"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("cannot write " + file.resolve("report"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "", "cam/1", "\u00fc"})
  void aTopicPrefixThatKafkaDoesNotAllowIsNamed(String prefix) {
    Cli.Run run = watch("prefix", reference, blurred, "--topic-prefix", prefix);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("topic prefix '" + prefix + "'").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "localhost:kafka", ""})
  void serversThatAreNoAddressAreTheUsersMistake(String servers) {
    Cli.Run run = Cli.run("watch", reference, blurred, "--bootstrap-servers", servers);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("bootstrap", servers).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aStreamWithoutANameIsRefused(String stream) {
    Cli.Run run = Cli.run("watch", reference, blurred, "--stream", stream);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--stream is empty");
  }

  @Test
  void aFrameLargerThanTheLimitIsRefusedBeforeAnythingStarts() {
    byte[] luma = new byte[5000 * 3000];
    byte[] chroma = new byte[2500 * 1500];
    Picture black =
        new Picture(
            5000, 3000, luma, chroma, chroma, street.get(0).matrix(), street.get(0).range());
    Path huge = Clips.video(folder.resolve("huge.mkv"), List.of(black));

    Cli.Run run = Cli.run("watch", huge, huge);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("5000 x 3000", "22500000 bytes", "the limit is 16777216");
  }

  @Test
  void aBrokerThatCannotBeReachedIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    Cli.Run run = Cli.run("watch", reference, blurred, "--bootstrap-servers", "127.0.0.1:" + port);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("127.0.0.1:" + port).doesNotContain("\tat ");
  }

  @Test
  void aDataDirectoryThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    Cli.Run run = Cli.run("watch", reference, blurred, "--data", file.resolve("data"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("data directory").contains(file.toString());
  }

  private Cli.Run watch(String stream, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("watch"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--stream", stream, "--bootstrap-servers", broker.bootstrapServers()));
    return Cli.run(all.toArray());
  }

  private static JsonNode json(Cli.Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonMapper.builder().build().readTree(run.out());
  }

  private static JsonNode read(Path file) throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(file));
  }
}
