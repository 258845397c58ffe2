package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  private static final Pattern SOURCE = Pattern.compile("src\\s*=\\s*[\"']?+(?!data:)");
  private static final FrameSource PICTURES = Runs.ramps(320, 180);

  @TempDir Path folder;

  @Test
  void everythingIsWrittenIntoAFolderThatWasNotThere() {
    Path deep = folder.resolve("a/b");

    write(deep, Runs.info(), Runs.eventful(), PICTURES);

    assertThat(deep.resolve("summary.json")).isNotEmptyFile();
    assertThat(deep.resolve("frames.csv")).isNotEmptyFile();
    assertThat(deep.resolve("report.html")).isNotEmptyFile();
    assertThat(deep.resolve("frames/frame-000100-reference.png")).isNotEmptyFile();
    assertThat(deep.resolve("frames/frame-000100-processed.png")).isNotEmptyFile();
    assertThat(deep.resolve("frames/frame-000100-blocking.png")).isNotEmptyFile();
  }

  @Test
  void thePageNeedsNothingFromElsewhere() throws IOException {
    String page = page(Runs.info(), Runs.eventful());

    assertThat(page).doesNotContain("http://", "https://", "@import", "url(", "<script", "<link");
    assertThat(SOURCE.matcher(page).find()).isFalse();
    assertThat(page).contains("src=\"data:image/jpeg;base64,", "src=\"data:image/png;base64,");
  }

  @Test
  void everyPictureHasAText() throws IOException {
    String page = page(Runs.info(), Runs.eventful());

    assertThat(page).doesNotContain("alt=\"\"");
    assertThat(count(page, "<img ")).isEqualTo(count(page, "<img alt=\"")).isGreaterThan(15);
    assertThat(count(page, "<svg ")).isEqualTo(count(page, "aria-label=\"")).isEqualTo(3);
  }

  @Test
  void namesGivenByTheUserAreShownAsTextOnly() throws IOException {
    String page = page(Runs.info("<script>alert(1)</script>.mp4", "a&b\"'.mp4"), Runs.eventful());

    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;", "a&amp;b&quot;&#39;.mp4");
  }

  @Test
  void thePageSaysWhatWasFoundAndHowToGetItAgain() throws IOException {
    String page = page(Runs.info(), Runs.eventful());

    assertThat(page)
        .contains("clearly worse")
        .contains("more blocking (mean +0.23, up to +0.65)")
        .contains("Frame 100")
        .contains("Pixelwatch 0.1.0, model live (sha256 9f2c0000), 320 x 180")
        .contains("41.3 pairs/s covering decode, broker, topology, network");
  }

  @Test
  void aVideoOfOneFrameGetsAReport() throws IOException {
    assertThat(page(Runs.info(), Runs.identical(1))).contains("looks the same").contains("Frame 0");
  }

  @Test
  void aRunWithoutAScoredFrameGetsAReportWithoutCharts() throws IOException {
    String page = page(Runs.info(), List.of(Runs.notScored(0, FrameOutcome.UNMATCHED)));

    assertThat(page).contains("0 of 1 frame scored").doesNotContain("<svg", "NaN", "null");
  }

  @Test
  void framesWhosePicturesAreGoneAreLeftOut() {
    write(folder, Runs.info(), Runs.eventful(), frame -> Optional.empty());

    assertThat(folder.resolve("report.html")).content().doesNotContain("Worst frames");
    assertThat(folder.resolve("frames")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeMadeIsTheUsersError() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));

    assertThatThrownBy(() -> write(file, Runs.info(), Runs.identical(1), PICTURES))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("a file is in the way");
  }

  @Test
  void reasonsAreCountedAndShownAsText() throws IOException {
    List<FrameResult> results =
        List.of(
            FrameResult.notScored(0, 0, FrameOutcome.FAILED, "size <b>"),
            FrameResult.notScored(1, 0, FrameOutcome.FAILED, "size <b>"),
            FrameResult.notScored(2, 0, FrameOutcome.FAILED, null));

    assertThat(page(Runs.info(), results)).contains("2: size &lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void timesCountFromTheFirstFrameOfALiveStream() throws IOException {
    long epochUs = 1_790_000_000_000_000L;
    List<FrameResult> results =
        List.of(
            FrameResult.scored(5, epochUs, new Assessment(Runs.blob(32, 32), -1)),
            FrameResult.scored(6, epochUs + 2_500_000, new Assessment(Runs.blob(32, 32), -9)));

    assertThat(page(Runs.info(), results)).contains("Frame 6 <small>at 2.50 s</small>");
  }

  @Test
  void picturesOfAnEarlierReportAreRemovedAndOtherFilesKept() throws IOException {
    write(folder, Runs.info(), Runs.eventful(), PICTURES);
    Path own = Files.writeString(folder.resolve("frames/mine.png"), "mine");

    write(folder, Runs.info(), Runs.identical(1), PICTURES);

    assertThat(folder.resolve("frames/frame-000100-reference.png")).doesNotExist();
    assertThat(folder.resolve("frames/frame-000000-reference.png")).exists();
    assertThat(own).hasContent("mine");
  }

  @Test
  void aReportThatFailsHalfWayLeavesNoSummaryOfAnEarlierOne() throws IOException {
    write(folder, Runs.info(), Runs.identical(1), PICTURES);
    FrameSource broken =
        frame -> {
          throw new UserError("the topic is gone", "Start again.");
        };

    assertThatThrownBy(() -> write(folder, Runs.info(), Runs.identical(1), broken))
        .isInstanceOf(UserError.class);

    assertThat(folder.resolve("summary.json")).doesNotExist();
  }

  private String page(RunInfo info, List<FrameResult> results) throws IOException {
    write(folder, info, results, PICTURES);
    return Files.readString(folder.resolve("report.html"));
  }

  private static void write(
      Path folder, RunInfo info, List<FrameResult> results, FrameSource source) {
    ReportWriter.write(folder, Summary.of(info, results), results, source);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
