package dev.pixelwatch.tools;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FilterGraph;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.media.VideoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small videos and images of a street. */
public final class Clips {
  public static final FrameRate RATE = FrameRate.of(25);

  private static final String START_OF_IMAGE = "\u00ff\u00d8\u00ff";

  private Clips() {}

  /** The first frames of a street. */
  public static List<Picture> street(int width, int height, int frames) {
    MovingScene scene = new MovingScene(width, height, 3, true);
    return IntStream.range(0, frames).mapToObj(scene::frame).toList();
  }

  /** The frames after filters of FFmpeg. */
  public static List<Picture> filtered(List<Picture> frames, String filters) {
    Picture first = frames.get(0);
    try (FilterGraph graph =
        new FilterGraph(
            filters,
            first.width(),
            first.height(),
            RATE,
            ColourMatrix.BT709,
            ColourRange.LIMITED)) {
      return frames.stream().map(graph::apply).toList();
    }
  }

  /** A lossless video of the frames. */
  public static Path video(Path file, List<Picture> frames) {
    return video(file, frames, RATE, Encoding.lossless());
  }

  public static Path video(Path file, List<Picture> frames, FrameRate rate, Encoding encoding) {
    Picture first = frames.get(0);
    try (VideoWriter writer =
        new VideoWriter(file, first.width(), first.height(), rate, encoding)) {
      frames.forEach(writer::write);
    }
    return file;
  }

  /** A copy of a Motion JPEG video in which one image is overwritten. */
  public static Path withoutImage(Path file, int number, Path copy) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, ISO_8859_1);
    int image = text.indexOf(START_OF_IMAGE);
    for (int i = 0; i < number; i++) {
      image = text.indexOf(START_OF_IMAGE, image + 1);
    }
    Arrays.fill(bytes, image, image + 600, (byte) 0);
    return Files.write(copy, bytes);
  }

  /** A PNG file of random pixels, of any size. */
  public static Path noise(Path file, int width, int height) {
    Random random = new Random(width * 31L + height);
    RgbImage image = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      image.red()[i] = random.nextFloat();
      image.green()[i] = random.nextFloat();
      image.blue()[i] = random.nextFloat();
    }
    ImageFiles.writePng(ImageFiles.toBufferedImage(image), file);
    return file;
  }

  /** A frame as a PNG file. */
  public static Path image(Path file, Picture picture) {
    ImageFiles.writePng(ImageFiles.toBufferedImage(Colour.toRgb(picture)), file);
    return file;
  }
}
