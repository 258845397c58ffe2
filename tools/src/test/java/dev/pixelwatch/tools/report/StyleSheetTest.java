package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleSheetTest {
  private static final Pattern ROOT = Pattern.compile(":root \\{([^}]*)}");
  private static final Pattern COLOUR = Pattern.compile("--(\\w+): #(\\w{6})");
  private static final Pattern USE = Pattern.compile("var\\(--(\\w+)\\)");
  private static final Pattern CLASS = Pattern.compile("\\.([a-z]\\w*)");

  private static Page page;
  private static String styles;

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    List<FrameResult> results = Runs.eventful();
    RunInfo run = Runs.info();
    ReportWriter.write(folder, Summary.of(run, results), results, Runs.ramps(64, 48));
    page = Page.of(Files.readString(folder.resolve("report.html")));
    styles = page.texts("//style").get(0);
  }

  @Test
  void everyColourInUseIsThereInLightAndInDark() {
    Set<String> used = found(USE, styles);

    assertThat(colours("light").keySet()).containsAll(used);
    assertThat(colours("dark").keySet()).containsAll(used).isEqualTo(colours("light").keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "light, ink, ground",
    "light, ink, panel",
    "light, soft, ground",
    "light, soft, panel",
    "light, more, ground",
    "light, less, ground",
    "dark, ink, ground",
    "dark, ink, panel",
    "dark, soft, ground",
    "dark, soft, panel",
    "dark, more, ground",
    "dark, less, ground"
  })
  void textStandsOutFromItsGroundAsWcagAsks(String theme, String text, String ground) {
    double one = luminance(colours(theme).get(text)) + 0.05;
    double other = luminance(colours(theme).get(ground)) + 0.05;

    assertThat(Math.max(one, other) / Math.min(one, other)).isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void everyStyledClassIsOnThePage() {
    String selectors = styles.replaceAll("\\{[^{}]*}", "{}");

    Set<String> onPage =
        page.attributes("//*[@class]", "class").stream()
            .flatMap(names -> List.of(names.split(" ")).stream())
            .collect(Collectors.toSet());

    // Notes are the one thing that this run has none of.
    onPage.add("notes");
    assertThat(onPage).containsAll(found(CLASS, selectors));
  }

  @Test
  void aPhoneGetsThePageAtItsOwnWidth() {
    assertThat(page.attributes("//meta[@name='viewport']", "content"))
        .containsExactly("width=device-width, initial-scale=1");
    assertThat(styles).contains("@media (max-width: 560px)");
  }

  private static Map<String, Integer> colours(String theme) {
    List<String> roots = ROOT.matcher(styles).results().map(found -> found.group(1)).toList();
    assertThat(roots).hasSize(2);
    Map<String, Integer> colours = new LinkedHashMap<>();
    COLOUR
        .matcher(roots.get(theme.equals("light") ? 0 : 1))
        .results()
        .forEach(found -> colours.put(found.group(1), Integer.parseInt(found.group(2), 16)));
    return colours;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Relative luminance of an sRGB colour (WCAG 2.2). */
  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int code) {
    double value = code / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
