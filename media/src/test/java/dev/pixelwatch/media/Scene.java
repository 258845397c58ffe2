package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A moving picture with a gradient, texture, edges and colour, and what tests do with it. */
final class Scene {
  static final FrameRate RATE = FrameRate.of(25);

  private Scene() {}

  static Picture frame(int width, int height, int number) {
    return frame(width, height, number, ColourMatrix.BT709, ColourRange.LIMITED);
  }

  static Picture frame(int width, int height, int number, ColourMatrix matrix, ColourRange range) {
    byte[] luma = new byte[width * height];
    for (int i = 0; i < luma.length; i++) {
      int x = i % width + 2 * number;
      int y = i / width;
      double texture = 25 * Math.sin(0.9 * x + 0.02 * x * y) + 30 * Math.sin(0.06 * x);
      int square = (x / 24 + y / 24) % 2 * 40;
      luma[i] = (byte) Math.max(16, Math.min(235, (int) (90 + texture + square)));
    }
    int cw = Picture.half(width);
    byte[] cb = new byte[cw * Picture.half(height)];
    byte[] cr = new byte[cb.length];
    for (int i = 0; i < cb.length; i++) {
      cb[i] = (byte) (100 + (i % cw + number) % 60);
      cr[i] = (byte) (150 - i / cw % 50);
    }
    return new Picture(width, height, luma, cb, cr, matrix, range);
  }

  static List<Picture> frames(int width, int height, int count) {
    return IntStream.range(0, count).mapToObj(n -> frame(width, height, n)).toList();
  }

  static Path write(Path file, List<Picture> pictures, FrameRate rate, Encoding encoding) {
    Picture first = pictures.get(0);
    try (VideoWriter writer =
        new VideoWriter(file, first.width(), first.height(), rate, encoding)) {
      pictures.forEach(writer::write);
    }
    return file;
  }

  static Path write(Path file, List<Picture> pictures, Encoding encoding) {
    return write(file, pictures, RATE, encoding);
  }

  static List<VideoFrame> readAll(VideoReader reader) {
    List<VideoFrame> frames = new ArrayList<>();
    for (Optional<VideoFrame> f = reader.read(); f.isPresent(); f = reader.read()) {
      frames.add(f.get());
    }
    return frames;
  }

  static List<Picture> read(Path file) {
    try (VideoReader reader = VideoReader.open(file)) {
      return readAll(reader).stream().map(VideoFrame::picture).toList();
    }
  }

  /** Peak signal-to-noise ratio of luma in decibels; infinite for equal planes. */
  static double psnr(Picture a, Picture b) {
    assertThat(a.sameSizeAs(b)).as("%s and %s", a, b).isTrue();
    return psnr(a.luma(), b.luma());
  }

  static double psnr(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (a[i] & 0xff) - (b[i] & 0xff);
      sum += difference * difference;
    }
    return 10 * Math.log10(255 * 255 / (sum / a.length));
  }

  static double mean(byte[] plane) {
    double sum = 0;
    for (byte sample : plane) {
      sum += sample & 0xff;
    }
    return sum / plane.length;
  }
}
