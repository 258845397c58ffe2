package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Network streams on loopback, sent by the system's ffmpeg. */
@ExtendWith(FfmpegProgram.Installed.class)
class LiveStreamTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FRAMES = 40;

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();

  private Path video() {
    Path file = folder.resolve("source.mkv");
    return Scene.write(file, Scene.frames(160, 96, 200), Encoding.h264(20));
  }

  @Test
  void udpGivesTheFramesThatAreSentAndIsLostWhenNothingComesAnyMore() throws Exception {
    int port = freeUdpPort();
    String uri = "udp://127.0.0.1:" + port;
    LiveInput input = LiveInput.of(uri).within(Duration.ofSeconds(8));
    try (Sender sender = sender("mpegts", uri + "?pkt_size=1316");
        LiveReader reader = LiveReader.open(input, said::add)) {
      assertThat(read(reader, FRAMES)).isEqualTo(consecutive());
      sender.close();

      readToTheEnd(reader);
      assertThat(reader.ending()).isEqualTo("nothing came for 8 s");
    }
  }

  @Test
  void rtspGivesTheFramesThatAreSent() throws Exception {
    int port = freeTcpPort();
    String uri = "rtsp://127.0.0.1:" + port + "/camera";
    LiveInput input =
        LiveInput.of(
                uri,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("rtsp_flags", "listen"))
            .within(PATIENCE);
    try (Sender sender = sender("rtsp", uri);
        LiveReader reader = LiveReader.open(input, said::add)) {
      assertThat(sender.isAlive()).isTrue();
      assertThat(reader.inWords()).startsWith("160 x 96, 25 frames/s, mpeg2video");
      assertThat(read(reader, FRAMES)).isEqualTo(consecutive());
    }
  }

  private static List<Long> consecutive() {
    return LongStream.range(0, FRAMES).boxed().toList();
  }

  private static List<Long> read(LiveReader reader, int frames) {
    List<Long> indices = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      indices.add(reader.read().orElseThrow().index());
    }
    return indices;
  }

  private static void readToTheEnd(LiveReader reader) {
    Optional<LiveFrame> frame = reader.read();
    while (frame.isPresent()) {
      frame = reader.read();
    }
  }

  private Sender sender(String format, String uri) throws IOException {
    List<String> command =
        List.of(
            "ffmpeg -nostdin -v error -re -stream_loop -1 -i %s -c:v mpeg2video -g 5 -bf 0 -b:v 2M -f %s"
                .formatted(video(), format)
                .split(" "));
    List<String> all = new ArrayList<>(command);
    if (format.equals("rtsp")) {
      all.addAll(List.of("-rtsp_transport", "tcp"));
    }
    all.add(uri);
    return new Sender(all);
  }

  /** Sends until it is closed; tried again while nobody listens. */
  private static final class Sender implements AutoCloseable {
    private final List<String> command;
    private final Thread thread = new Thread(this::run);
    private volatile Process process;
    private volatile boolean closed;

    Sender(List<String> command) {
      this.command = command;
      thread.start();
    }

    private void run() {
      try {
        while (!closed) {
          process =
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start();
          process.waitFor();
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    boolean isAlive() {
      return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
      closed = true;
      if (process != null) {
        process.destroy();
      }
      thread.join();
    }
  }

  private static int freeUdpPort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }

  private static int freeTcpPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }
}
