package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium, which lays it out as its readers see it. */
@ExtendWith(BrowserTest.Installed.class)
class BrowserTest {
  private static final Pattern WIDTH = Pattern.compile("(\\d+) wants (\\d+)");

  @TempDir Path folder;

  /** Leaves the tests out where the program is missing, and says so in the build's output. */
  static final class Installed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (program() != null) {
        return ConditionEvaluationResult.enabled("Chromium is installed");
      }
      String reason =
          "LEFT OUT: " + context.getDisplayName() + ", because Chromium is not installed";
      System.err.println(reason);
      return ConditionEvaluationResult.disabled(reason);
    }
  }

  @Test
  void nothingSticksOutToTheSideOnAPhoneATabletOrAWideScreen() throws Exception {
    String longName = "a-name-without-any-place-to-break-the-line".repeat(4) + ".mp4";
    List<FrameResult> results = Runs.eventful();
    RunInfo run = Runs.info(longName, "processed.mp4");
    ReportWriter.write(folder, Summary.of(run, results), results, Runs.ramps(320, 180));
    String page = Html.escape(Files.readString(folder.resolve("report.html")));
    List<String> frames = new ArrayList<>();
    for (int width : new int[] {320, 400, 800, 1600}) {
      frames.add(
          "<iframe width=\"" + width + "\" height=\"700\" srcdoc=\"" + page + "\"></iframe>");
    }
    Path screens =
        Files.writeString(
            folder.resolve("screens.html"),
            "<meta charset=\"utf-8\">"
                + String.join("", frames)
                + "<script>onload = () => document.querySelectorAll('iframe').forEach(f =>"
                + " document.body.append(f.width + ' wants '"
                + " + f.contentDocument.documentElement.scrollWidth + '; '))</script>");

    List<MatchResult> widths = WIDTH.matcher(shown(screens)).results().toList();

    assertThat(widths).hasSize(4);
    assertThat(widths)
        .allSatisfy(
            width ->
                assertThat(Integer.parseInt(width.group(2)))
                    .as("width wanted on %s pixels", width.group(1))
                    .isLessThanOrEqualTo(Integer.parseInt(width.group(1))));
  }

  /** The page as the browser holds it after its scripts. */
  private String shown(Path file) throws IOException, InterruptedException {
    File out = folder.resolve("dom.html").toFile();
    Process process =
        new ProcessBuilder(
                program(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(out)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out.toPath());
  }

  private static String program() {
    for (String place : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path program = Path.of(place, "chromium");
      if (Files.isExecutable(program)) {
        return program.toString();
      }
    }
    return null;
  }
}
