package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live page as a user of the command line meets it. */
final class LivePageCommandTest {
  private static final Pattern URL = Pattern.compile("stays open: (http://127\\.0\\.0\\.1:\\d+/)");

  @TempDir static Path folder;
  private static Path before;
  private static Path after;

  @BeforeAll
  static void film() {
    List<Picture> street = Clips.street(128, 96, 8);
    before = Clips.video(folder.resolve("before.mkv"), street);
    after = Clips.video(folder.resolve("after.mkv"), Clips.filtered(street, "gblur=sigma=3"));
  }

  @Test
  void keptOpenThePageShowsTheWholeRunUntilCtrlC() throws Exception {
    try (Program watch =
        Program.start(
            folder,
            Main.class,
            List.of(),
            "watch",
            before,
            after,
            "--keep-open",
            "--stream",
            "camera")) {
      watch.await("stays open: http://\\S+");
      String url = url(watch);

      assertThat(get(url + "api/v1/streams")).contains("\"scored\":8", "worse", "ended");
      assertThat(get(url + "api/v1/frames?stream=camera")).contains("\"pictures\":true");
      assertThat(get(url + "metrics")).contains("pixelwatch_score{").contains("camera");
      assertThat(get(url)).contains("<title>Pixelwatch</title>");
      watch.signal("INT");

      assertThat(watch.end().exitCode()).isZero();
    }
  }

  private static String url(Program watch) throws IOException {
    Matcher found = URL.matcher(watch.err());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aPortThatIsTakenIsRefusedWhenItWasAskedFor() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Cli.Run run = Cli.run("watch", before, after, "--http-port", taken.getLocalPort());

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("cannot listen on port").contains("--http-port");
    }
  }

  @Test
  void anAddressThatOthersCanReachNeedsAToken() {
    Cli.Run run = Cli.run("watch", before, after, "--http-address", "0.0.0.0");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--http-token-file");
  }

  @Test
  void theTokenMayComeFromAFileAndIsRefusedWhenShort() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "short\n");

    Cli.Run run = Cli.run("watch", before, after, "--http-token-file", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("shorter than 16 characters");
  }

  @Test
  void withoutHttpNothingListens() {
    Cli.Run run = Cli.run("watch", before, after, "--no-http");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).doesNotContain("http://");
  }

  private static String get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
