package dev.pixelwatch.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clean photographs in memory, 4 bytes a pixel, from which random crops are cut. */
public final class Photographs {
  /** Fewer photographs than this cannot teach a network what clean pictures look like. */
  public static final int FEWEST = 20;

  /** One photograph of so many is kept for validation. */
  private static final int VALIDATION = 10;

  private final List<Photograph> photographs;
  private final List<String> skipped;

  @SuppressWarnings("ArrayRecordComponent") // Pixels, never compared.
  private record Photograph(String name, int width, int height, int[] rgb) {}

  private Photographs(List<Photograph> photographs, List<String> skipped) {
    this.photographs = photographs;
    this.skipped = skipped;
  }

  /**
   * Reads every image of a folder, in the order of their names.
   *
   * @param smallest side in pixels below which an image is skipped
   * @throws UserError if the folder cannot be read or holds fewer than {@link #FEWEST} usable ones
   */
  public static Photographs read(Path folder, int smallest) {
    List<Photograph> photographs = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Path file : imagesIn(folder)) {
      try {
        RgbImage image = ImageFiles.read(file);
        if (Math.min(image.width(), image.height()) < smallest) {
          skipped.add(file.getFileName() + " (under " + smallest + " pixels)");
        } else {
          int w = image.width();
          int h = image.height();
          int[] rgb = ImageFiles.toBufferedImage(image).getRGB(0, 0, w, h, null, 0, w);
          photographs.add(new Photograph(file.getFileName().toString(), w, h, rgb));
        }
      } catch (UserError e) {
        skipped.add(file.getFileName() + " (unreadable)");
      }
    }
    if (photographs.size() < FEWEST) {
      throw new UserError(
          "%s holds %d usable photographs, and at least %d are needed"
              .formatted(folder, photographs.size(), FEWEST),
          "Give a folder of clean PNG or JPEG photographs of at least "
              + smallest
              + " pixels a side; a few hundred are better.");
    }
    return new Photographs(photographs, skipped);
  }

  private static List<Path> imagesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|bmp)"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UserError("cannot read the folder " + folder, "Check the path.", e);
    }
  }

  /** One photograph in ten, at least one: those that {@link #forTraining} leaves out. */
  Photographs forValidation() {
    return those(i -> i % VALIDATION == 0);
  }

  /** The others. */
  Photographs forTraining() {
    return those(i -> i % VALIDATION != 0);
  }

  private Photographs those(IntPredicate index) {
    return new Photographs(
        IntStream.range(0, photographs.size()).filter(index).mapToObj(photographs::get).toList(),
        skipped);
  }

  public int count() {
    return photographs.size();
  }

  /** SHA-256 of their names in order, so that a run knows its photographs again. */
  String fingerprint() {
    String names = photographs.stream().map(Photograph::name).collect(Collectors.joining("\n"));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(names.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Files that were not used, each with the reason. */
  public List<String> skipped() {
    return skipped;
  }

  /**
   * A random square of a random photograph, sometimes mirrored, mostly at half the resolution
   * (which is sharper and less noisy than any camera at full resolution).
   *
   * @param size side in pixels
   */
  public RgbImage crop(int size, SplittableRandom random) {
    Photograph photograph = photographs.get(random.nextInt(photographs.size()));
    boolean halvable = Math.min(photograph.width, photograph.height) >= 2 * size;
    int factor = halvable && random.nextInt(3) > 0 ? 2 : 1;
    int x = random.nextInt(photograph.width - factor * size + 1);
    int y = random.nextInt(photograph.height - factor * size + 1);
    return cut(photograph, x, y, size, factor, random.nextBoolean());
  }

  private static RgbImage cut(
      Photograph photograph, int left, int top, int size, int factor, boolean mirrored) {
    RgbImage image = new RgbImage(size, size);
    float scale = 1f / (255 * factor * factor);
    for (int y = 0; y < size * factor; y++) {
      for (int x = 0; x < size * factor; x++) {
        int rgb = photograph.rgb[(top + y) * photograph.width + left + x];
        int column = mirrored ? size - 1 - x / factor : x / factor;
        int i = y / factor * size + column;
        image.red()[i] += (rgb >> 16 & 0xff) * scale;
        image.green()[i] += (rgb >> 8 & 0xff) * scale;
        image.blue()[i] += (rgb & 0xff) * scale;
      }
    }
    return image;
  }
}
