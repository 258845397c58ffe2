package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class OpenApiTest {
  private final Site site = Site.open();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void everyRouteOfTheServerIsDescribedAndNothingElse() throws Exception {
    List<String> described = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document().get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }

    List<String> served =
        site.server().routes().all().stream()
            .map(route -> route.method().name() + " " + route.path())
            .toList();

    assertThat(described).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void everyReferenceLeadsToASchema() throws Exception {
    JsonNode document = document();
    List<String> references = new ArrayList<>();
    collectReferences(document, references);

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      String name = reference.substring("#/components/schemas/".length());
      assertThat(document.get("components").get("schemas").has(name)).as(reference).isTrue();
    }
  }

  @Test
  void aStreamHasTheFieldsThatAreDescribed() throws Exception {
    site.fill("camera", 20);
    site.history().add(Records.stated("camera", dev.pixelwatch.schemas.StreamState.LIVE));

    assertSameFields("Stream", site.json("/api/v1/streams").get("streams").get(0));
    assertSameFields("Points", site.json("/api/v1/scores?stream=camera"));
    assertSameFields("About", site.json("/api/v1/about"));
  }

  @Test
  void anAlertHasTheFieldsThatAreDescribed() throws Exception {
    site.history()
        .add(new dev.pixelwatch.monitor.Result.Alerted(Records.alert("a", "camera", 3, null)));

    assertSameFields("Alert", site.json("/api/v1/alerts").get("alerts").get(0));
  }

  private void assertSameFields(String schema, JsonNode answer) throws Exception {
    JsonNode described = document().get("components").get("schemas").get(schema).get("properties");
    assertThat(new TreeSet<>(answer.propertyNames()))
        .isEqualTo(new TreeSet<>(described.propertyNames()));
  }

  private JsonNode document() throws Exception {
    return site.json("/api/v1/openapi.json");
  }

  private static void collectReferences(JsonNode node, List<String> references) {
    if (node.has("$ref")) {
      references.add(node.get("$ref").asString());
    }
    for (Iterator<JsonNode> children = node.iterator(); children.hasNext(); ) {
      collectReferences(children.next(), references);
    }
  }
}
