package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.MapPalette;
import dev.pixelwatch.schemas.DistortionMap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures and maps in the formats that browsers show. */
final class Images {
  /** High, since a reader looks for faint blocks and noise that JPEG would add itself. */
  private static final float QUALITY = 0.9f;

  private Images() {}

  static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(QUALITY);
    return encode(writer, settings, image);
  }

  /**
   * One type of a map in the colours of {@link MapPalette}, one pixel a cell, to be laid over the
   * picture. A type that the map lacks is transparent everywhere.
   */
  static byte[] png(DistortionMap map, DistortionType type) {
    int rows = map.getRows();
    int columns = map.getColumns();
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    int channel = map.getTypes().indexOf(type.id());
    if (channel >= 0) {
      ByteBuffer values = map.getValues();
      int at = values.position() + channel * rows * columns;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          image.setRGB(column, row, MapColours.argb(values.get(at++)));
        }
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    return encode(writer, writer.getDefaultWriteParam(), image);
  }

  private static byte[] encode(ImageWriter writer, ImageWriteParam settings, BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused a picture", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The colour of each byte of a map. */
  private static final class MapColours {
    private static final int NONE = 127;
    private static final int[] ARGB = new int[256];

    static {
      for (int code = 0; code < ARGB.length; code++) {
        ARGB[code] = MapPalette.argb(Math.min(1, (code - NONE) / (double) NONE));
      }
    }

    static int argb(byte value) {
      return ARGB[value & 0xff];
    }
  }
}
