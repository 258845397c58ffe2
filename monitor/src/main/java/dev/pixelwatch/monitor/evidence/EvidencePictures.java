package dev.pixelwatch.monitor.evidence;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.MapPalette;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.Maps;
import dev.pixelwatch.monitor.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes a pair: both frames as JPEG, and the map of one type over the processed one as PNG. */
final class EvidencePictures {
  /** How the names of the files end, after the number of the frame. */
  static final String REFERENCE = "reference.jpg";

  static final String PROCESSED = "processed.jpg";

  private EvidencePictures() {}

  /**
   * The files of a pair by name.
   *
   * @param type id of the type to draw; the strongest of the frame if it is no distortion type
   */
  static Map<String, byte[]> of(EvidencePair pair, String type) throws IOException {
    Picture reference = Pictures.toPicture(pair.reference());
    Picture processed = Pictures.toPicture(pair.processed());
    DistortionMap map = Maps.toMap(pair.map());
    DistortionType drawn =
        Optional.ofNullable(type).flatMap(DistortionType::byId).orElseGet(() -> strongest(map));
    String name = String.format(Locale.ROOT, "frame-%06d-", pair.frame());
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(name + REFERENCE, encoded(rgb(reference), "jpeg"));
    files.put(name + PROCESSED, encoded(rgb(processed), "jpeg"));
    files.put(name + drawn.id() + ".png", encoded(overlay(processed, map, drawn), "png"));
    return files;
  }

  private static DistortionType strongest(DistortionMap map) {
    return Arrays.stream(DistortionType.values())
        .max(Comparator.comparingDouble(type -> Math.abs(map.meanIntensity(type))))
        .orElseThrow();
  }

  private static BufferedImage rgb(Picture picture) {
    return ImageFiles.toBufferedImage(Colour.toRgb(picture));
  }

  private static BufferedImage overlay(Picture picture, DistortionMap map, DistortionType type) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int grey = (picture.luma()[y * picture.width() + x] & 0xff) * 7 / 10;
        double intensity = map.intensity(type, y / DistortionMap.CELL, x / DistortionMap.CELL);
        image.setRGB(x, y, MapPalette.over(grey, intensity));
      }
    }
    return image;
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, format, out)) {
        throw new IOException("no writer for " + format);
      }
    }
    return bytes.toByteArray();
  }
}
