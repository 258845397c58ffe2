package dev.pixelwatch.tools.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.Scored;
import dev.pixelwatch.tools.compare.ScoredBuild;
import dev.pixelwatch.tools.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a comparison. */
final class ComparisonHtmlTest {
  @TempDir static Path folder;
  private static String html;
  private static Page page;

  @BeforeAll
  static void write() throws IOException {
    Compared compared = Reports.noisier("new <build>.mp4");
    html = write(compared, Reports.evidence(compared));
    page = Page.of(html);
  }

  private static String write(Compared compared, Map<Long, FrameEvidence> evidence)
      throws IOException {
    Path file = folder.resolve("compare.html");
    ComparisonHtml.write(compared, evidence, file);
    return Files.readString(file);
  }

  @Test
  void itNeedsNothingButItself() {
    assertThat(html).doesNotContain("http:", "https:", "<script", "<link");
    assertThat(page.attributes("//img", "src"))
        .isNotEmpty()
        .allSatisfy(source -> assertThat(source).startsWith("data:image/"));
  }

  @Test
  void theHeadSaysWhatWasComparedAndWhatCameOfIt() {
    assertThat(page.texts("//h1")).containsExactly("B new <build>.mp4 beside A old.mp4");
    assertThat(page.texts("//div[@class='words']/p"))
        .anySatisfy(text -> assertThat(text).contains("B is worse than A", "more luma noise"))
        .anySatisfy(text -> assertThat(text).contains("B is better in", "sharper"))
        .anySatisfy(text -> assertThat(text).contains("Gate: failed"));
    assertThat(page.texts("//ul[@class='notes']/li"))
        .containsExactly("ref.mp4 was scaled <a little>.");
  }

  @Test
  void everyQuantityHasItsRowWithVerdictAndInterval() {
    assertThat(page.all("//section[@id='quantities']//tbody/tr")).hasSize(16);
    assertThat(page.texts("//tr[@class='worse']/th")).containsExactlyInAnyOrder("score", "noise");
    assertThat(page.texts("//tr[@class='better']/th")).containsExactly("blur");
    assertThat(page.all("//section[@id='quantities']//tbody//path[@class='interval']")).hasSize(16);
  }

  @Test
  void decidedTypesHaveAChartAndAPictureOfWhere() {
    assertThat(page.texts("//section[@id='time']//h3"))
        .contains("noise, B minus A", "blur, B minus A");
    assertThat(page.texts("//section[@id='where']//figcaption"))
        .containsExactlyInAnyOrder("noise, strongest cell +0.50", "blur, strongest cell +0.00");
  }

  @Test
  void theFramesThatDifferMostAreShownSideBySide() {
    assertThat(page.all("//section[@class='frame']")).isNotEmpty();
    assertThat(page.texts("(//section[@class='frame'])[1]/div[1]//figcaption"))
        .containsExactly("Reference", "A", "B");
    assertThat(page.all("(//section[@class='frame'])[1]/div[2]//img")).hasSize(4);
  }

  @Test
  void whetherTheTwoWaysAgreeIsShown() {
    assertThat(page.texts("//section[@id='direct']/p").get(0)).contains("agree in");
    assertThat(page.all("//section[@id='direct']//tbody/tr")).hasSize(16);
  }

  @Test
  void withoutPicturesAndDifferencesThereIsStillAPage() throws IOException {
    ScoredBuild same = Scored.build("same", Reports.FRAMES, Map.of());

    Page plain =
        Page.of(write(Reports.compared(Comparison.of(same, same, Gate.defaults())), Map.of()));

    assertThat(plain.texts("//div[@class='words']/p"))
        .first()
        .isEqualTo("There is no difference between A and B that matters.");
    assertThat(plain.all("//section[@id='frames' or @id='where']")).isEmpty();
  }
}
