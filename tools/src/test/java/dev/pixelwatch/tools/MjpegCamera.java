package dev.pixelwatch.tools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.Encoding;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A network camera that sends Motion JPEG over HTTP, 25 frames a second, round and round. */
final class MjpegCamera implements AutoCloseable {
  private static final long FRAME_NANOS = 40_000_000;

  private final List<byte[]> frames;
  private final long startNanos = System.nanoTime();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean unplugged;

  MjpegCamera(Path folder, List<Picture> pictures) throws IOException {
    Path video = Files.createTempFile(folder, "camera", ".mjpeg");
    frames = split(Files.readAllBytes(Clips.video(video, pictures, Clips.RATE, Encoding.mjpeg(3))));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext("/", this::send);
    server.setExecutor(threads);
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/camera.mjpeg";
  }

  /** Hangs up on everybody and takes no more calls. */
  void unplug() {
    unplugged = true;
  }

  void plugIn() {
    unplugged = false;
  }

  private void send(HttpExchange call) throws IOException {
    if (unplugged) {
      call.sendResponseHeaders(503, -1);
      return;
    }
    call.getResponseHeaders().add("Content-Type", "video/x-motion-jpeg");
    call.sendResponseHeaders(200, 0);
    try (OutputStream out = call.getResponseBody()) {
      long next = (System.nanoTime() - startNanos) / FRAME_NANOS + 1;
      while (!unplugged) {
        LockSupport.parkNanos(startNanos + next * FRAME_NANOS - System.nanoTime());
        out.write(frames.get((int) (next % frames.size())));
        out.flush();
        next++;
      }
    }
  }

  /** The single images of a Motion JPEG stream. */
  private static List<byte[]> split(byte[] stream) {
    List<byte[]> images = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < stream.length; i++) {
      if ((stream[i - 1] & 0xff) == 0xff && (stream[i] & 0xff) == 0xd9) {
        images.add(Arrays.copyOfRange(stream, start, i + 1));
        start = i + 1;
      }
    }
    return images;
  }

  @Override
  public void close() {
    unplugged = true;
    server.stop(0);
    threads.shutdown();
  }
}
