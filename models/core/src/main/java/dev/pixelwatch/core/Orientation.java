package dev.pixelwatch.core;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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

  private static final int START_OF_IMAGE = 0xffd8;
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final String EXIF = "Exif\0\0";
  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int TAG = 0x112;
  private static final int ENTRY_BYTES = 12;

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
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int marker = in.readUnsignedShort() == START_OF_IMAGE ? in.readUnsignedShort() : 0;
      while (marker >> 8 == 0xff && marker != START_OF_SCAN) {
        byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - Short.BYTES));
        if (marker == APP1 && startsWithExif(segment)) {
          return ofTiff(ByteBuffer.wrap(segment, EXIF.length(), segment.length - EXIF.length()));
        }
        marker = in.readUnsignedShort();
      }
    } catch (EOFException | BufferUnderflowException | IndexOutOfBoundsException e) {
      // Whoever decodes the image will say what is wrong with it.
    }
    return UPRIGHT;
  }

  private static boolean startsWithExif(byte[] segment) {
    return new String(segment, StandardCharsets.ISO_8859_1).startsWith(EXIF);
  }

  /** Exif is a TIFF file within the file: a byte order, then a directory of tags. */
  private static Orientation ofTiff(ByteBuffer wrapped) {
    ByteBuffer tiff = wrapped.slice();
    if (tiff.getShort(0) == LITTLE_ENDIAN) {
      tiff.order(ByteOrder.LITTLE_ENDIAN);
    }
    int directory = tiff.getInt(4);
    int tags = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < tags; i++) {
      int entry = directory + Short.BYTES + ENTRY_BYTES * i;
      if (tiff.getShort(entry) == TAG) {
        return values()[tiff.getShort(entry + 8) - 1];
      }
    }
    return UPRIGHT;
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
