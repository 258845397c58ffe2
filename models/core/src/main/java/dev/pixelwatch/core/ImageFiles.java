package dev.pixelwatch.core;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photographs and drawings as files (PNG, JPEG, BMP; what the JDK reads). */
public final class ImageFiles {
  /** What the JDK says of a JPEG file whose channels it knows nothing of. */
  private static final String UNKNOWN_COLOUR = "Unsupported Image Type";

  private ImageFiles() {}

  /**
   * Reads an image, turned as the camera was held; an alpha channel is dropped.
   *
   * @throws UserError if the file is missing, unreadable or not an image
   */
  public static RgbImage read(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UserError(
          "cannot read the image " + file, "Check the path and that the file may be read.");
    }
    BufferedImage image;
    Orientation orientation;
    try {
      image = ImageIO.read(file.toFile());
      orientation = Orientation.of(file);
    } catch (IOException | RuntimeException e) {
      if (UNKNOWN_COLOUR.equals(e.getMessage())) {
        throw new UserError(
            file + " has channels that cannot be read as colours, such as some kinds of CMYK",
            "Save it again in RGB.",
            e);
      }
      throw new UserError(
          file + " is damaged and cannot be decoded as an image", "Save it again as PNG.", e);
    }
    if (image == null) {
      throw new UserError(file + " is not an image", "Give a PNG, JPEG or BMP file.");
    }
    return orientation.turn(isGrey(image) ? fromGrey(image) : fromColour(image));
  }

  private static RgbImage fromColour(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
    RgbImage rgb = new RgbImage(w, h);
    for (int i = 0; i < argb.length; i++) {
      rgb.red()[i] = (argb[i] >> 16 & 0xff) / 255f;
      rgb.green()[i] = (argb[i] >> 8 & 0xff) / 255f;
      rgb.blue()[i] = (argb[i] & 0xff) / 255f;
    }
    return rgb;
  }

  private static boolean isGrey(BufferedImage image) {
    return image.getColorModel() instanceof ComponentColorModel model
        && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** The JDK takes grey samples for linear light, and {@code getRGB} would brighten them. */
  private static RgbImage fromGrey(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    float white = (1 << image.getSampleModel().getSampleSize(0)) - 1;
    float[] grey = image.getRaster().getSamples(0, 0, w, h, 0, new float[w * h]);
    for (int i = 0; i < grey.length; i++) {
      grey[i] /= white;
    }
    return new RgbImage(w, h, grey, grey.clone(), grey.clone());
  }

  /** The image with 8 bits a sample, rounded and clipped. */
  public static BufferedImage toBufferedImage(RgbImage image) {
    int[] rgb = new int[image.width() * image.height()];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] =
          eightBits(image.red()[i]) << 16
              | eightBits(image.green()[i]) << 8
              | eightBits(image.blue()[i]);
    }
    BufferedImage buffered =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    buffered.setRGB(0, 0, image.width(), image.height(), rgb, 0, image.width());
    return buffered;
  }

  /**
   * Writes an image as PNG.
   *
   * @throws UserError if the file cannot be written
   */
  public static void writePng(BufferedImage image, Path file) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      // Into memory first: the JDK prints a stack trace when it cannot open a file itself.
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
        if (!ImageIO.write(image, "png", out)) {
          throw new IOException("no PNG writer for this kind of image");
        }
      }
      Files.write(file, png.toByteArray());
    } catch (IOException e) {
      throw new UserError(
          "cannot write " + file + ": " + e.getMessage(),
          "Check that the folder may be written and that the disk is not full.",
          e);
    }
  }

  private static int eightBits(float sample) {
    return Math.round(255 * Math.min(1, Math.max(0, sample)));
  }
}
