package dev.pixelwatch.tools.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pieces of HTML. */
public final class Html {
  private static final float JPEG_QUALITY = 0.92f;

  private Html() {}

  /** Text made safe between tags and within quoted attributes. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** An element of this name around each text. */
  public static String each(String tag, List<String> texts) {
    return texts.stream()
        .map(text -> "<" + tag + ">" + escape(text) + "</" + tag + ">")
        .collect(Collectors.joining());
  }

  /** One entry of a list of key numbers; the value is HTML. */
  public static String keyNumber(String name, String value) {
    return "<div><dt>" + name + "</dt><dd>" + value + "</dd></div>";
  }

  /** A data URI that shows the image exactly. */
  static String png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
    return dataUri("image/png", bytes);
  }

  /** A data URI that shows an opaque image no wider than this, as JPEG. */
  public static String thumbnail(BufferedImage image, int mostWidth) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(JPEG_QUALITY);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(narrowed(image, mostWidth), null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    } finally {
      writer.dispose();
    }
    return dataUri("image/jpeg", bytes);
  }

  private static BufferedImage narrowed(BufferedImage image, int mostWidth) {
    if (image.getWidth() <= mostWidth) {
      return image;
    }
    int height = Math.max(1, Math.round((float) mostWidth * image.getHeight() / image.getWidth()));
    BufferedImage small = new BufferedImage(mostWidth, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, mostWidth, height, null);
    graphics.dispose();
    return small;
  }

  private static String dataUri(String mediaType, ByteArrayOutputStream bytes) {
    return "data:"
        + mediaType
        + ";base64,"
        + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
