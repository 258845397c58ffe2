package dev.pixelwatch.monitor.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.evidence.EvidenceReader;
import dev.pixelwatch.monitor.evidence.EvidenceStore;
import dev.pixelwatch.schemas.Frame;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class EvidenceApiTest {
  private static final String ID = "camera/regression/blur/78";

  @TempDir Path folder;
  private final Site site = Site.open();

  @BeforeEach
  void keep() {
    keep(folder, Records.alert(ID, "camera", 78, null));
    site.server().show(new EvidenceReader(folder));
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** Keeps the pictures of frame 80 for an alert, as a monitor does. */
  static void keep(Path folder, Alert alert) {
    Frame street = Records.frame("camera", 80, Records.street(80));
    try (EvidenceStore store = new EvidenceStore(folder, 10 << 20)) {
      store.scored(Records.score("camera", 80, -5), Records.map("camera", 80), street, street);
      store.alerted(alert);
    }
  }

  private static String query(String alert) {
    return "?alert=" + URLEncoder.encode(alert, UTF_8);
  }

  @Test
  void theFramesOfAnAlertAreListedAndTheirPicturesServed() throws Exception {
    JsonNode frames = site.json("/api/v1/evidence" + query(ID)).get("frames");
    HttpResponse<byte[]> reference =
        site.get("/api/v1/evidence/80/picture.jpg" + query(ID) + "&side=reference");
    HttpResponse<byte[]> map = site.get("/api/v1/evidence/80/map.png" + query(ID));

    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).get("frame").asInt()).isEqualTo(80);
    assertThat(frames.get(0).get("type").asString()).isEqualTo("blur");
    assertThat(ImageIO.read(new ByteArrayInputStream(reference.body())).getWidth())
        .isEqualTo(Records.WIDTH);
    assertThat(map.headers().firstValue("content-type")).contains("image/png");
    assertThat(ImageIO.read(new ByteArrayInputStream(map.body())).getWidth())
        .isEqualTo(Records.WIDTH);
  }

  @Test
  void anotherFrameIsNotThere() throws Exception {
    HttpResponse<byte[]> answer =
        site.get("/api/v1/evidence/81/picture.jpg" + query(ID) + "&side=reference");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), UTF_8)).contains("no pictures of this frame are kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"another", "..", "../evidence", "/", "."})
  void anIdThatIsNotKnownHasNone(String id) throws Exception {
    Files.createDirectories(folder.resolve("other"));

    assertThat(site.json("/api/v1/evidence" + query(id)).get("frames")).isEmpty();
  }

  @Test
  void withoutEvidenceThereAreNoFrames() throws Exception {
    try (Site bare = Site.open()) {
      assertThat(bare.json("/api/v1/evidence" + query(ID)).get("frames")).isEmpty();
    }
  }

  @Test
  void theSideMustBeOneOfTheTwo() throws Exception {
    assertThat(site.get("/api/v1/evidence/80/picture.jpg" + query(ID) + "&side=x").statusCode())
        .isEqualTo(400);
  }
}
