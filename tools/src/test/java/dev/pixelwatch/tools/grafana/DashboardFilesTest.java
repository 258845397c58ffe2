package dev.pixelwatch.tools.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Dashboards that load anywhere, as far as their files tell. */
final class DashboardFilesTest {
  private static final int COLUMNS = 24;

  /** The version of Grafana 10.0; later ones bring older dashboards up to date themselves. */
  private static final int SCHEMA = 38;

  private static final Set<String> BUILT_IN_PANELS =
      Set.of("stat", "table", "timeseries", "state-timeline", "text", "bargauge", "logs");
  private static final Set<String> FILLED_IN_BY_GRAFANA =
      Set.of("__to", "__rate_interval", "__range", "__value", "__url_time_range", "__all");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)");
  private static final Pattern LINK = Pattern.compile("\"/d/([^?\"]+)");

  static Set<Map.Entry<String, JsonNode>> dashboards() {
    return GrafanaFiles.dashboards().entrySet();
  }

  private static List<JsonNode> panels(JsonNode dashboard) {
    return dashboard.get("panels").valueStream().toList();
  }

  private static Set<String> names(JsonNode variables) {
    return variables
        .valueStream()
        .map(variable -> variable.get("name").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> found(Pattern pattern, JsonNode text) {
    return pattern.matcher(text.toString()).results().map((MatchResult match) -> match.group(1));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void aDashboardKeepsItsAddressAndBelongsToNoServer(Map.Entry<String, JsonNode> file) {
    JsonNode dashboard = file.getValue();

    assertThat(dashboard.get("uid").asString()).isEqualTo("pixelwatch-" + file.getKey());
    assertThat(dashboard.get("id").isNull()).isTrue();
    assertThat(dashboard.get("schemaVersion").asInt()).isEqualTo(SCHEMA);
    assertThat(dashboard.get("title").asString()).startsWith("Pixelwatch: ");
    assertThat(dashboard.get("tags").get(0).asString()).isEqualTo("pixelwatch");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyDataSourceIsAVariable(Map.Entry<String, JsonNode> file) {
    List<JsonNode> sources = new ArrayList<>();
    file.getValue().findValues("datasource", sources);

    assertThat(sources)
        .isNotEmpty()
        .extracting(source -> source.get("uid").asString())
        .isSubsetOf("${datasource}", "${loki}", "-- Grafana --");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyVariableThatIsUsedIsThereAndEveryOneThereIsUsed(Map.Entry<String, JsonNode> file) {
    Set<String> declared = names(file.getValue().at("/templating/list"));

    Set<String> used =
        found(VARIABLE, file.getValue())
            .filter(name -> !FILLED_IN_BY_GRAFANA.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).isEqualTo(declared);
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsAreGrafanasOwnAndSayWhatTheyShow(Map.Entry<String, JsonNode> file) {
    assertThat(panels(file.getValue()))
        .allSatisfy(
            panel -> {
              assertThat(panel.get("type").asString()).isIn(BUILT_IN_PANELS);
              assertThat(panel.get("title").asString()).isNotBlank();
              assertThat(panel.get("description").asString()).endsWith(".");
            });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void aNumberThatIsMissingIsSaidInWordsWhereOneCanBe(Map.Entry<String, JsonNode> file) {
    assertThat(panels(file.getValue()))
        .filteredOn(panel -> Set.of("stat", "timeseries").contains(panel.get("type").asString()))
        .allSatisfy(
            panel ->
                assertThat(panel.at("/fieldConfig/defaults/noValue").asString("").isBlank())
                    .as(panel.get("title").asString())
                    .isEqualTo(panel.get("targets").toString().contains("or vector(0)")));
  }

  /** The last number of a range may be as old as the range. */
  @ParameterizedTest
  @MethodSource("dashboards")
  void aSingleNumberIsOfNow(Map.Entry<String, JsonNode> file) {
    assertThat(panels(file.getValue()))
        .filteredOn(panel -> Set.of("stat", "bargauge").contains(panel.get("type").asString()))
        .flatExtracting(panel -> panel.get("targets").valueStream().toList())
        .allSatisfy(
            target -> {
              assertThat(target.get("instant").asBoolean()).as(target.toString()).isTrue();
              assertThat(target.get("range").asBoolean()).as(target.toString()).isFalse();
            });
  }

  /** Tables have a unit for each column. */
  @ParameterizedTest
  @MethodSource("dashboards")
  void aRateIsNotToldAsACount(Map.Entry<String, JsonNode> file) {
    assertThat(panels(file.getValue()))
        .filteredOn(panel -> !panel.get("type").asString().equals("table"))
        .filteredOn(panel -> panel.path("targets").toString().contains("rate("))
        .allSatisfy(
            panel ->
                assertThat(panel.at("/fieldConfig/defaults/unit").asString())
                    .as(panel.get("title").asString())
                    .isIn("cps", "Bps", "s"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsStandInReadingOrderAndDoNotCoverEachOther(Map.Entry<String, JsonNode> file) {
    List<Rectangle> places = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    for (JsonNode panel : panels(file.getValue())) {
      JsonNode place = panel.get("gridPos");
      Rectangle here =
          new Rectangle(
              place.get("x").asInt(),
              place.get("y").asInt(),
              place.get("w").asInt(),
              place.get("h").asInt());
      assertThat(here.x + here.width).isLessThanOrEqualTo(COLUMNS);
      assertThat(places).noneMatch(here::intersects);
      places.add(here);
      ids.add(panel.get("id").asInt());
    }

    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(places)
        .isSortedAccordingTo(
            Comparator.comparingInt((Rectangle place) -> place.y).thenComparing(place -> place.x));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void linksLeadToDashboardsThatAreShipped(Map.Entry<String, JsonNode> file) {
    List<String> shipped =
        GrafanaFiles.dashboards().values().stream()
            .map(dashboard -> dashboard.get("uid").asString())
            .toList();

    assertThat(found(LINK, file.getValue())).isSubsetOf(shipped);
  }
}
