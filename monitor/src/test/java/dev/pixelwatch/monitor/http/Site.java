package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server on a free port, and a client for it. */
final class Site implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final byte[] STREET =
      Images.jpeg(ScreenPicture.of(Records.street(0), Records.WIDTH));

  private final LiveServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Site(LiveServer server) {
    this.server = server;
  }

  static Site open() {
    return new Site(LiveServer.start(LiveServerConfig.loopback(0)));
  }

  /** As after a restart: another server at the same address. */
  Site again() {
    int port = server.port();
    close();
    return new Site(LiveServer.start(LiveServerConfig.loopback(port)));
  }

  static Site open(String token) {
    return new Site(
        LiveServer.start(
            new LiveServerConfig(LiveServerConfig.LOOPBACK, 0, false, Optional.of(token))));
  }

  LiveServer server() {
    return server;
  }

  History history() {
    return server.history();
  }

  URI at(String path) {
    return URI.create(server.url()).resolve(path);
  }

  /** Fills a stream with scores, and with some frames that can be looked at. */
  void fill(String stream, int frames) {
    for (int i = 0; i < frames; i++) {
      float blur = i < frames / 2 ? 0.02f : 0.4f;
      history()
          .add(
              new dev.pixelwatch.monitor.Result.Scored(
                  Records.score(stream, i, -100 * blur, DistortionType.BLUR, blur)));
      history().add(Records.settled(stream, i, dev.pixelwatch.schemas.OutcomeKind.SCORED));
    }
    for (int i = 0; i < frames; i += Math.max(1, frames / 8)) {
      history().add(stream, new KeptFrame(i, 40_000L * i, Records.map(stream, i), STREET, STREET));
    }
  }

  HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  @Override
  public void close() {
    server.close();
  }
}
