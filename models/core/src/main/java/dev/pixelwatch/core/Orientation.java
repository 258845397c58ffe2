package dev.pixelwatch.core;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How the samples of a JPEG file are to be turned, by what the camera noted of how it was held: the
 * tag Orientation of Exif (CIPA DC-008), which the JDK passes over.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  QUARTER_RIGHT(true, false, true),
  TRANSVERSED(true, true, true),
  QUARTER_LEFT(true, true, false);

  private final boolean turned;
  private final boolean fromRight;
  private final boolean fromBottom;

  Orientation(boolean turned, boolean fromRight, boolean fromBottom) {
    this.turned = turned;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** That of an image file; upright where it says none, or nothing that can be read. */
  static Orientation of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ExifIFD0Directory exif =
          JpegMetadataReader.readMetadata(in, List.of(new ExifReader()))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      Integer noted = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      return noted == null || noted < 1 || noted > values().length ? UPRIGHT : values()[noted - 1];
    } catch (JpegProcessingException | EOFException e) {
      // Another format, or a file whose decoder will say what is wrong with it.
      return UPRIGHT;
    }
  }

  /** The image as it was seen. */
  RgbImage turn(RgbImage image) {
    if (this == UPRIGHT) {
      return image;
    }
    int width = turned ? image.height() : image.width();
    int height = turned ? image.width() : image.height();
    RgbImage out = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      int x = turned ? i / width : i % width;
      int y = turned ? i % width : i / width;
      int column = fromRight ? image.width() - 1 - x : x;
      int row = fromBottom ? image.height() - 1 - y : y;
      for (int plane = 0; plane < 3; plane++) {
        out.planes()[plane][i] = image.planes()[plane][row * image.width() + column];
      }
    }
    return out;
  }
}
