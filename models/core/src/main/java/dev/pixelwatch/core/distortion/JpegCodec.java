package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Picture;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Baseline JPEG (ITU-T T.81) by libjpeg, which the JDK carries. Each plane is coded as a scan of
 * its own with the table of annex K for its kind, which gives the same coefficients as one 4:2:0
 * file and spares the conversion to R'G'B' and back. Safe for use by several threads.
 */
public final class JpegCodec implements Codec {
  private static final String NAME = "jpeg";

  @Override
  public String name() {
    return NAME;
  }

  /**
   * @param coarseness 0 is quality 100 of libjpeg, 1 is quality 1
   */
  @Override
  public Picture roundTrip(Picture picture, double coarseness) {
    if (!(coarseness >= 0 && coarseness <= 1)) {
      throw new IllegalArgumentException("coarseness must lie in 0..1, not " + coarseness);
    }
    double quality = 100 - 99 * coarseness;
    float scale = (float) (quality < 50 ? 50 / quality : 2 - quality / 50);
    int cw = picture.chromaWidth();
    int ch = picture.chromaHeight();
    JPEGQTable luma = JPEGQTable.K1Luminance.getScaledInstance(scale, true);
    JPEGQTable chroma = JPEGQTable.K2Chrominance.getScaledInstance(scale, true);
    ImageWriter writer = ImageIO.getImageWritersByFormatName(NAME).next();
    ImageReader reader = ImageIO.getImageReadersByFormatName(NAME).next();
    try {
      return new Picture(
          picture.width(),
          picture.height(),
          plane(writer, reader, picture.luma(), picture.width(), picture.height(), luma),
          plane(writer, reader, picture.cb(), cw, ch, chroma),
          plane(writer, reader, picture.cr(), cw, ch, chroma),
          picture.matrix(),
          picture.range());
    } catch (IOException e) {
      throw new UncheckedIOException("the JPEG codec failed on " + picture, e);
    } finally {
      writer.dispose();
      reader.dispose();
    }
  }

  private static byte[] plane(
      ImageWriter writer, ImageReader reader, byte[] samples, int width, int height, JPEGQTable q)
      throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    JPEGImageWriteParam param = new JPEGImageWriteParam(null);
    param.setEncodeTables(
        new JPEGQTable[] {q},
        new JPEGHuffmanTable[] {JPEGHuffmanTable.StdDCLuminance},
        new JPEGHuffmanTable[] {JPEGHuffmanTable.StdACLuminance});
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            width,
            height,
            width,
            1,
            new int[] {0},
            null);
    try (var out = new MemoryCacheImageOutputStream(coded)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), param);
    }
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(coded.toByteArray()))) {
      reader.setInput(in, true, true);
      DataBuffer decoded = reader.readRaster(0, null).getDataBuffer();
      return ((DataBufferByte) decoded).getData();
    }
  }
}
