package dev.pixelwatch.tools.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.Topics;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.AlertJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files for Alloy and for the Grafana Agent. Neither program can be had here, so that what the
 * files name is held against what the documentation of Alloy 1.21 and of Agent 0.44 lists.
 */
final class CollectorFilesTest {
  /** Components and blocks of Alloy that we use, and the names that may stand in them. */
  private static final Map<String, Set<String>> ALLOY =
      Map.ofEntries(
          Map.entry(
              "loki.source.kafka",
              Set.of(
                  "brokers",
                  "topics",
                  "assignor",
                  "group_id",
                  "labels",
                  "relabel_rules",
                  "use_incoming_timestamp",
                  "version",
                  "forward_to",
                  "authentication")),
          Map.entry(
              "loki.process",
              Set.of(
                  "forward_to",
                  "stage.json",
                  "stage.labels",
                  "stage.regex",
                  "stage.structured_metadata",
                  "stage.timestamp")),
          Map.entry("stage.json", Set.of("expressions", "source", "drop_malformed")),
          Map.entry("stage.labels", Set.of("values")),
          Map.entry("stage.regex", Set.of("expression", "source", "labels_from_groups")),
          Map.entry("stage.structured_metadata", Set.of("values", "regex")),
          Map.entry(
              "stage.timestamp",
              Set.of("source", "format", "fallback_formats", "location", "action_on_failure")),
          Map.entry("loki.write", Set.of("endpoint", "external_labels", "max_streams", "wal")),
          Map.entry(
              "prometheus.scrape",
              Set.of(
                  "targets",
                  "forward_to",
                  "job_name",
                  "scrape_interval",
                  "scrape_timeout",
                  "metrics_path",
                  "scheme",
                  "authorization")),
          Map.entry("authorization", Set.of("type", "credentials", "credentials_file")),
          Map.entry("prometheus.remote_write", Set.of("endpoint", "external_labels", "wal")),
          Map.entry("endpoint", Set.of("url", "name", "headers", "authorization", "basic_auth")));

  /** Functions of Alloy that we use. */
  private static final Set<String> FUNCTIONS = Set.of("coalesce", "string.split", "sys.env");

  private static final Set<String> REQUIRED_SINKS = Set.of("forward_to", "endpoint");

  /** What an Alloy file says: blocks with what stands in them, and what they hand on to. */
  private record AlloyFile(Map<String, Set<String>> blocks, Set<String> named, List<String> uses) {}

  private static final Pattern OPENING = Pattern.compile("([a-z_.]+)(?: \"([a-z]+)\")? \\{");
  private static final Pattern SETTING = Pattern.compile("([a-z_]+) += (.*)");
  private static final Pattern FUNCTION = Pattern.compile("([a-z_.]+)\\(");
  private static final Pattern RECEIVER = Pattern.compile("\\[([a-z_.]+)\\.receiver]");

  /** Reads the part of the syntax that our files use: a block or a setting begins a line. */
  private static AlloyFile alloy(String name) {
    AlloyFile file =
        new AlloyFile(new java.util.LinkedHashMap<>(), new TreeSet<>(), new ArrayList<>());
    Deque<String> open = new ArrayDeque<>();
    for (String line : GrafanaFiles.text(GrafanaFiles.FOLDER.resolve(name)).split("\n", -1)) {
      String code = line.replaceAll("\\s*//[^\"]*$", "").strip();
      Matcher opening = OPENING.matcher(code);
      Matcher setting = SETTING.matcher(code);
      if (opening.matches()) {
        inBlock(file, open, opening.group(1));
        file.blocks().computeIfAbsent(opening.group(1), block -> new TreeSet<>());
        open.push(opening.group(1));
        if (opening.group(2) != null) {
          file.named().add(opening.group(1) + "." + opening.group(2));
        }
      } else if (setting.matches()) {
        inBlock(file, open, setting.group(1));
        RECEIVER.matcher(setting.group(2)).results().forEach(to -> file.uses().add(to.group(1)));
        if (setting.group(2).equals("{")) {
          open.push("map");
        }
      } else if (code.equals("}")) {
        open.pop();
      } else {
        assertThat(code).as(name).isEmpty();
      }
    }
    assertThat(open).as("blocks left open in " + name).isEmpty();
    return file;
  }

  private static void inBlock(AlloyFile file, Deque<String> open, String word) {
    if (!open.isEmpty() && !open.peek().equals("map")) {
      file.blocks().get(open.peek()).add(word);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.alloy", "metrics.alloy"})
  void alloyKnowsEveryComponentBlockAndArgument(String name) {
    AlloyFile file = alloy(name);

    assertThat(file.blocks()).isNotEmpty();
    file.blocks()
        .forEach(
            (block, words) -> {
              assertThat(ALLOY).containsKey(block);
              assertThat(words).as(block).isSubsetOf(ALLOY.get(block));
              if (block.matches("(loki|prometheus)\\..*")) {
                assertThat(words).as(block).containsAnyElementsOf(REQUIRED_SINKS);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.alloy", "metrics.alloy"})
  void alloyKnowsEveryFunction(String name) {
    String settings = GrafanaFiles.text(GrafanaFiles.FOLDER.resolve(name));

    assertThat(
            Pattern.compile("= .*")
                .matcher(settings)
                .results()
                .flatMap(value -> FUNCTION.matcher(value.group()).results())
                .map(call -> call.group(1)))
        .isNotEmpty()
        .isSubsetOf(FUNCTIONS);
  }

  @Test
  void severalBrokersAreGivenToAlloyAsAList() {
    assertThat(GrafanaFiles.text(GrafanaFiles.FOLDER.resolve("alerts.alloy")))
        .containsPattern("brokers += string\\.split\\(.*PIXELWATCH_KAFKA.*, \",\"\\)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.alloy", "metrics.alloy"})
  void whatAlloyHandsOnArrivesSomewhere(String name) {
    AlloyFile file = alloy(name);

    assertThat(file.uses()).isNotEmpty();
    assertThat(file.named()).containsAll(file.uses());
  }

  @Test
  void alertsAreReadFromOurTopicAndByNamesThatTheyHave() {
    List<String> fields =
        JsonMapper.shared().readTree(AlertJson.encode(alert())).propertyNames().stream().toList();
    String alloy = GrafanaFiles.text(GrafanaFiles.FOLDER.resolve("alerts.alloy"));
    String agent = GrafanaFiles.text(GrafanaFiles.FOLDER.resolve("agent.yaml"));

    for (String file : List.of(alloy, agent)) {
      assertThat(file).contains(new Topics("pixelwatch").alerts());
      assertThat(expressions(file)).hasSizeGreaterThan(3).isSubsetOf(fields);
    }
  }

  /** Right sides of the JSON stage. */
  private static List<String> expressions(String file) {
    String stage = file.substring(file.indexOf("expressions"), file.indexOf("closed_time_us"));
    return Stream.concat(
            Pattern.compile("(?m)^ +\\w+(?: +=|:) \"?(\\w+)\"?,?$")
                .matcher(stage)
                .results()
                .map(line -> line.group(1)),
            Stream.of("closed_time_us"))
        .toList();
  }

  private static Alert alert() {
    return new Alert(
        "a", "cam", "isp", "7", "black", null, null, 1, 1, null, null, null, null, null, null, "");
  }

  @Test
  void theTimeOfAnEventIsTakenFromLiveInputsAndNotFromFiles() {
    Matcher expression =
        Pattern.compile("expression = \"(.*)\"")
            .matcher(GrafanaFiles.text(GrafanaFiles.FOLDER.resolve("alerts.alloy")));
    assertThat(expression.find()).isTrue();
    Pattern event = Pattern.compile(expression.group(1).replace("\\\\", "\\").replace("?P<", "?<"));

    assertThat(event.matcher("1795446994421768").matches()).isTrue();
    assertThat(event.matcher("247333333").matches()).isFalse();
    assertThat(GrafanaFiles.text(GrafanaFiles.FOLDER.resolve("agent.yaml")))
        .contains(expression.group(1).replace("\\\\", "\\"));
  }

  @Test
  void theAgentKnowsEveryKeyOfItsFile() {
    Map<String, Object> agent = GrafanaFiles.yaml(GrafanaFiles.FOLDER.resolve("agent.yaml"));
    assertThat(agent).containsOnlyKeys("metrics", "logs");
    Map<String, Object> metrics = GrafanaFiles.map(agent.get("metrics"));
    Map<String, Object> logs = GrafanaFiles.map(agent.get("logs"));
    assertThat(metrics).containsOnlyKeys("wal_directory", "global", "configs");
    assertThat(logs).containsOnlyKeys("positions_directory", "configs");
    assertThat(GrafanaFiles.list(metrics.get("configs")).get(0))
        .containsOnlyKeys("name", "scrape_configs", "remote_write");
    Map<String, Object> log = GrafanaFiles.list(logs.get("configs")).get(0);
    assertThat(log).containsOnlyKeys("name", "clients", "scrape_configs");
    Map<String, Object> scrape = GrafanaFiles.list(log.get("scrape_configs")).get(0);
    assertThat(scrape).containsOnlyKeys("job_name", "kafka", "pipeline_stages");
    assertThat(GrafanaFiles.map(scrape.get("kafka")).keySet())
        .isSubsetOf(ALLOY.get("loki.source.kafka"));
    assertThat(GrafanaFiles.list(scrape.get("pipeline_stages")))
        .allSatisfy(
            stage -> {
              String kind = "stage." + stage.keySet().iterator().next();
              assertThat(ALLOY).containsKey(kind);
              if (!kind.equals("stage.labels")) {
                assertThat(GrafanaFiles.map(stage.values().iterator().next()).keySet())
                    .isSubsetOf(ALLOY.get(kind));
              }
            });
  }

  @Test
  void dashboardsAskLokiForLabelsThatTheFilesSet() {
    assertThat(
            GrafanaFiles.queries().stream()
                .filter(query -> !query.isOfPrometheus())
                .map(GrafanaFiles.Query::text))
        .isNotEmpty()
        .allSatisfy(
            query ->
                assertThat(query).startsWith("{job=\"pixelwatch-alerts\", stream=\"$stream\"}"));
  }
}
