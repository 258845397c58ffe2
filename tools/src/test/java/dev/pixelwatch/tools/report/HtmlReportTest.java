package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The page as its readers meet it, whatever the run was like. */
class HtmlReportTest {
  private static final String PIECES = "<>&\"'/\\ =;-!%#{}$\u00e4\u4e2d\ud83c\udfac\n\tabc]]>";

  @TempDir Path folder;

  static Stream<Arguments> runs() {
    List<FrameResult> skipped = List.of(Runs.notScored(0, FrameOutcome.SKIPPED));
    return Stream.of(
        Arguments.of("eventful", Runs.eventful()),
        Arguments.of("identical", Runs.identical(3)),
        Arguments.of("one frame", Runs.identical(1)),
        Arguments.of("no frame", List.of()),
        Arguments.of("none scored", skipped),
        Arguments.of("every outcome", Runs.random(1, 60)),
        Arguments.of("many frames", Runs.random(2, 2_000)),
        Arguments.of(
            "a large frame number",
            List.of(Runs.scored(9_000_000_000L, -30, Map.of(DistortionType.BLUR, 0.7)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void everyRunGetsAWellFormedPageWithoutUndefinedNumbers(String name, List<FrameResult> results)
      throws IOException {
    Page page = page(results);

    assertThat(page.texts("/html/head/title")).hasSize(1);
    assertThat(page.texts("//h1")).hasSize(1);
    assertThat(String.join(" ", page.texts("//body"))).doesNotContain("NaN", "null", "Infinity");
    assertThat(page.attributes("//*[@id]", "id")).doesNotHaveDuplicates();
    assertThat(page.attributes("//path", "d")).allSatisfy(DrawnCurve::of);
    assertThat(page.all("//img")).allSatisfy(img -> assertThat(Page.image(img)).isNotNull());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void theCountsInTheOutcomesAddUp(String name, List<FrameResult> results) throws IOException {
    Page page = page(results);

    List<String> names = page.texts("//section[@id='outcomes']//tbody/tr/th");
    List<Long> counts =
        page.texts("//section[@id='outcomes']//tbody/tr/td[2]").stream()
            .map(Long::parseLong)
            .toList();
    assertThat(names).hasSameSizeAs(FrameOutcome.values()).hasSameSizeAs(counts);
    assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(results.size());
    long distinct = results.size() - counts.get(names.indexOf("duplicate"));
    assertThat(page.texts("//dl/div[dt='Frames scored']/dd"))
        .containsExactly(counts.get(names.indexOf("scored")) + " of " + distinct);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyNameIsShownAsItIsWhereverItStands(long seed) throws IOException {
    Random random = new Random(seed);
    String reference = name(random);
    String processed = name(random);
    String stream = name(random);
    String note = name(random);
    String reason = name(random);
    RunInfo like = Runs.info(reference, processed);
    RunInfo run =
        new RunInfo(
            like.version(),
            like.modelName(),
            like.modelSha256(),
            like.engine(),
            stream,
            "stage",
            "build",
            like.width(),
            like.height(),
            reference,
            processed,
            like.pairsPerSecond(),
            like.covers(),
            List.of(note));

    Page page = page(run, List.of(FrameResult.notScored(0, 0, FrameOutcome.FAILED, reason)));

    assertThat(page.texts("//h1/span")).containsExactly(processed, reference);
    assertThat(page.texts("//title"))
        .containsExactly("Pixelwatch: " + processed + " against " + reference);
    assertThat(page.texts("//p[@class='run']").get(0)).startsWith("stream " + stream + ", stage");
    assertThat(page.texts("//ul[@class='notes']/li")).containsExactly(note);
    assertThat(page.texts("//section[@id='outcomes']//small")).containsExactly("1: " + reason);
  }

  @Test
  void whatWasNotGivenLeavesNoEmptyPlace() throws IOException {
    RunInfo like = Runs.info();
    RunInfo run =
        new RunInfo(
            "0.1.0",
            "live",
            "9f",
            "CPU",
            null,
            "",
            null,
            64,
            48,
            "a",
            "b",
            Double.NaN,
            "all",
            like.notes());

    Page page = page(run, Runs.identical(1));

    assertThat(page.texts("//p[@class='run']")).containsExactly("64 x 48 pixels");
    assertThat(page.all("//ul[@class='notes']")).isEmpty();
    assertThat(page.texts("//dl/div[dt='Pairs per second']/dd")).containsExactly("unknown");
  }

  @Test
  void theSectionsComeInTheOrderOfAReader() throws IOException {
    assertThat(page(Runs.eventful()).texts("//h2"))
        .containsExactly("Over time", "Types", "Worst frames", "Outcomes");
    assertThat(page(Runs.identical(0)).texts("//h2")).containsExactly("Types", "Outcomes");
  }

  @Test
  void everyPictureLinksToItsFileAtFullSize() throws IOException {
    Page page = page(Runs.info(), Runs.eventful(), Runs.ramps(960, 300));

    List<Element> links = page.all("//figure/a");
    assertThat(links).hasSizeGreaterThanOrEqualTo(12);
    for (Element link : links) {
      Path file = folder.resolve(link.getAttribute("href"));
      BufferedImage large = ImageIO.read(file.toFile());
      BufferedImage small = Page.image((Element) link.getElementsByTagName("img").item(0));
      assertThat(large.getWidth()).isEqualTo(960);
      assertThat(small.getWidth()).isEqualTo(640);
      assertThat(3 * small.getHeight()).isCloseTo(2 * large.getHeight(), within(3));
    }
    assertThat(links).extracting(link -> link.getAttribute("href")).doesNotHaveDuplicates();
  }

  @Test
  void everyShownFrameHasItsScoreItsTypesAndItsReasons() throws IOException {
    Page page = page(Runs.eventful());

    assertThat(page.texts("//section[@class='frame'][1]/h3"))
        .containsExactly("Frame 100 at 3.33 s");
    assertThat(page.texts("//section[@class='frame'][1]/p"))
        .containsExactly(
            "Much worse (-39.0 points): more blocking +0.65. Shown for: lowest score, strongest"
                + " blocking.");
    assertThat(page.texts("//section[@class='frame'][1]//figcaption"))
        .containsExactly(
            "Reference",
            "Processed",
            "Where: blocking",
            "Reference, enlarged where blocking is strongest",
            "Processed, enlarged where blocking is strongest",
            "Difference in brightness, four times; grey is none");
  }

  @Test
  void chartsAndPicturesCountTheirTimeFromTheSameFrame() throws IOException {
    List<FrameResult> results = new ArrayList<>();
    results.add(Runs.notScored(0, FrameOutcome.SKIPPED));
    results.add(Runs.scored(300, -1, Map.of()));
    results.add(Runs.scored(600, -9, Map.of()));

    Page page = page(results);

    assertThat(page.texts("//section[@class='frame']/h3"))
        .first()
        .isEqualTo("Frame 600 at 20.00 s");
    assertThat(page.texts("//div[@class='x']").get(0)).isEqualTo("10.0 s20.0 s");
  }

  @Test
  void theTableOfTypesHoldsTheNumbersOfTheSummary() throws IOException {
    List<FrameResult> results = Runs.random(5, 80);
    Summary summary = Summary.of(Runs.info(), results);

    List<Element> rows = page(results).all("//section[@id='types']//tbody/tr");

    assertThat(rows).hasSize(DistortionType.COUNT);
    for (DistortionType type : DistortionType.values()) {
      Element row = rows.get(type.ordinal());
      TypeStatistics numbers = summary.types().get(type);
      assertThat(row.getElementsByTagName("th").item(0).getTextContent())
          .isEqualTo(type.id().replace('_', ' '));
      List<String> cells = new ArrayList<>();
      for (int i = 1; i < 4; i++) {
        cells.add(row.getElementsByTagName("td").item(i).getTextContent());
      }
      assertThat(cells)
          .containsExactly(
              Numbers.intensity(numbers.mean()),
              Numbers.intensity(numbers.p95()),
              Numbers.intensity(numbers.max()));
      assertThat(row.getAttribute("class").equals("there"))
          .isEqualTo(summary.topTypes().contains(type));
    }
  }

  @Test
  void atMostThreeReasonsAreGivenTheMostFrequentFirst() throws IOException {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String reason = i < 4 ? "often" : i < 7 ? "at times" : i < 9 ? "twice" : "once";
      results.add(FrameResult.notScored(i, i, FrameOutcome.LOST, reason));
    }
    Collections.reverse(results);

    assertThat(page(results).texts("//tr[th='lost']//small"))
        .containsExactly("4: often", "3: at times", "2: twice");
  }

  @Test
  void aLongRunHasAPageAsLightAsAShortOne() throws IOException {
    List<FrameResult> results = new ArrayList<>(Runs.eventful());
    write(Runs.info(), results, frame -> Optional.empty());
    long before = Files.size(folder.resolve("report.html"));
    for (int i = 240; i < 50_000; i++) {
      results.add(results.get(i - 240).isScored() ? Runs.scored(i, -8, Map.of()) : results.get(60));
    }

    write(Runs.info(), results, frame -> Optional.empty());

    assertThat(Files.size(folder.resolve("report.html"))).isLessThan(2 * before);
  }

  @Test
  void theSameRunGivesTheSameReportWhateverTheOrderOfItsFrames() throws IOException {
    List<FrameResult> results = Runs.random(8, 120);
    page(results);
    String summary = Files.readString(folder.resolve("summary.json"));
    String page = Files.readString(folder.resolve("report.html"));
    List<FrameResult> shuffled = new ArrayList<>(results);
    Collections.shuffle(shuffled, new Random(3));

    page(shuffled);

    assertThat(Files.readString(folder.resolve("summary.json"))).isEqualTo(summary);
    assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo(page);
  }

  /** A name out of everything that could end a tag, an attribute or a text. */
  private static String name(Random random) {
    StringBuilder name = new StringBuilder("x");
    for (int i = 0; i < 30; i++) {
      int at =
          PIECES.offsetByCodePoints(0, random.nextInt(PIECES.codePointCount(0, PIECES.length())));
      name.appendCodePoint(PIECES.codePointAt(at));
    }
    return name + "y";
  }

  private Page page(List<FrameResult> results) throws IOException {
    return page(Runs.info(), results);
  }

  private Page page(RunInfo run, List<FrameResult> results) throws IOException {
    return page(run, results, Runs.ramps(64, 48));
  }

  private Page page(RunInfo run, List<FrameResult> results, FrameSource source) throws IOException {
    write(run, results, source);
    return Page.of(Files.readString(folder.resolve("report.html")));
  }

  private void write(RunInfo run, List<FrameResult> results, FrameSource source) {
    ReportWriter.write(folder, Summary.of(run, results), results, source);
  }
}
