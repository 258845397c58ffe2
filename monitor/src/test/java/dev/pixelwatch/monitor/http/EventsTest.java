package dev.pixelwatch.monitor.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.schemas.StreamState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EventsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Site site = Site.open();
  private final List<Subscription> subscriptions = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Subscription subscription : subscriptions) {
      subscription.socket.close();
    }
    site.close();
  }

  @Test
  void aSubscriberIsToldOfNewScoresOnceAndWithoutAGap() throws Exception {
    site.history().add(Records.scored("camera", 0, 0));
    Subscription page = subscribe();
    page.next(update -> update.get("streams").size() == 1);

    for (int i = 1; i <= 100; i++) {
      site.history().add(Records.scored("camera", i, -i));
    }

    List<Long> frames = new ArrayList<>();
    while (frames.size() < 100) {
      JsonNode streams = page.next(update -> true).get("streams");
      streams.forEach(s -> s.get("points").get("frames").forEach(f -> frames.add(f.asLong())));
    }
    assertThat(frames).isEqualTo(java.util.stream.LongStream.range(1, 101).boxed().toList());
  }

  @Test
  void aSubscriberIsToldOfStatesAndOfAllAlerts() throws Exception {
    site.history().add(new Result.Alerted(Records.alert("before", "camera", 1, null)));
    Subscription page = subscribe();
    page.next(update -> has(update, "before"));

    site.history().add(new Result.Alerted(Records.alert("after", "camera", 2, null)));
    site.history().add(Records.stated("camera", StreamState.UNALIGNED));

    page.next(update -> has(update, "after") && !has(update, "before"));
    page.next(
        update ->
            update.get("streams").size() > 0
                && update.get("streams").get(0).get("state").asString().equals("unaligned"));
  }

  @Test
  void aSubscriberThatDoesNotReadHoldsNobodyBackAndCatchesUpThroughTheApi() throws Exception {
    List<String> streams = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    streams.forEach(stream -> site.history().add(Records.scored(stream, 0, 0)));
    Subscription stalled = subscribe();
    Subscription page = subscribe();
    page.next(update -> update.get("streams").size() == streams.size());

    // Some ten megabytes: more than a connection takes while nobody reads.
    for (int round = 1; round <= 30; round++) {
      long newest = 500L * round;
      for (String stream : streams) {
        for (long frame = newest - 499; frame <= newest; frame++) {
          site.history().add(Records.scored(stream, frame, -1));
        }
      }
      page.next(update -> shows(update, "h", newest));
    }

    // How early it is told depends on how much the system keeps for a connection.
    JsonNode told = stream(stalled.next(update -> isBehind(update, "h")), "h");
    assertThat(told.get("points").get("frames")).isEmpty();
    assertThat(behind()).isPositive();
    JsonNode missed = site.json("/api/v1/scores?stream=h&since=10000");
    assertThat(missed.get("next").asLong())
        .isGreaterThanOrEqualTo(told.get("points").get("next").asLong());
    assertThat(missed.get("frames").get(missed.get("frames").size() - 1).asLong())
        .isEqualTo(15_000);
    stalled.next(update -> shows(update, "h", 15_000));
  }

  @Test
  void aPageCanTellThatTheServerWasStartedAnew() throws Exception {
    String told = subscribe().next(update -> true).get("start").asString();

    assertThat(site.json("/api/v1/streams").get("start").asString()).isEqualTo(told);
    try (Site other = Site.open()) {
      assertThat(other.json("/api/v1/streams").get("start").asString()).isNotEqualTo(told);
    }
  }

  @Test
  void aBrowserThatLeavesIsForgotten() throws Exception {
    Subscription page = subscribe();
    page.next(update -> true);
    assertThat(subscribers()).isEqualTo(1);

    page.socket.close();

    await().until(() -> subscribers() == 0);
  }

  @Test
  void tooManySubscribersAreRefusedRatherThanServedBadly() throws Exception {
    for (int i = 0; i < 32; i++) {
      subscribe().next(update -> true);
    }

    assertThat(site.get("/api/v1/events", "Accept", "text/event-stream").statusCode())
        .isEqualTo(503);
    assertThat(site.get("/api/v1/streams").statusCode()).isEqualTo(200);
  }

  private double behind() {
    return site.server().registry().get(HttpMetricNames.BEHIND).counter().count();
  }

  private double subscribers() {
    return site.server().registry().get(HttpMetricNames.SUBSCRIBERS).gauge().value();
  }

  private static boolean has(JsonNode update, String id) {
    for (JsonNode alert : update.get("alerts")) {
      if (alert.get("id").asString().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean shows(JsonNode update, String name, long frame) {
    JsonNode stream = stream(update, name);
    return stream != null && stream.get("last").get("frame").asLong() == frame;
  }

  private static boolean isBehind(JsonNode update, String name) {
    JsonNode stream = stream(update, name);
    return stream != null && stream.get("points").get("behind").asBoolean();
  }

  private static JsonNode stream(JsonNode update, String name) {
    for (JsonNode stream : update.get("streams")) {
      if (stream.get("stream").asString().equals(name)) {
        return stream;
      }
    }
    return null;
  }

  private Subscription subscribe() throws IOException {
    Subscription subscription = new Subscription(site.server().port());
    subscriptions.add(subscription);
    return subscription;
  }

  /** A connection with a small window, so that one who does not read is noticed soon. */
  private static final class Subscription {
    private final Socket socket = new Socket();
    private final BufferedReader lines;

    Subscription(int port) throws IOException {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                  .getBytes(US_ASCII));
      lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** Reads on to the first update that fits. */
    JsonNode next(Predicate<JsonNode> wanted) throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          JsonNode update = JSON.readTree(line.substring(5));
          if (wanted.test(update)) {
            return update;
          }
        }
      }
      throw new AssertionError("the events ended");
    }
  }
}
