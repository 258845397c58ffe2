package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The pictures of one frame at full size: reference, processed, and an overlay for each type.
 *
 * @param frame frame number
 * @param reference the frame that went in
 * @param processed the frame that came out
 * @param overlays for each type the processed frame with its map drawn over it
 */
record FramePictures(
    long frame,
    BufferedImage reference,
    BufferedImage processed,
    Map<DistortionType, BufferedImage> overlays) {

  /** Draws the pictures. */
  static FramePictures draw(long frame, Evidence evidence, List<DistortionType> types) {
    Map<DistortionType, BufferedImage> overlays = new EnumMap<>(DistortionType.class);
    for (DistortionType type : types) {
      overlays.put(type, MapOverlay.draw(evidence.processed(), evidence.map(), type));
    }
    return new FramePictures(
        frame,
        ImageFiles.toBufferedImage(Colour.toRgb(evidence.reference())),
        ImageFiles.toBufferedImage(Colour.toRgb(evidence.processed())),
        overlays);
  }

  /**
   * Writes them as PNG: {@code frame-000133-reference.png}, {@code frame-000133-processed.png} and
   * {@code frame-000133-blocking.png}.
   *
   * @throws dev.pixelwatch.core.UserError if they cannot be written
   */
  void write(Path folder) {
    ImageFiles.writePng(reference, folder.resolve(name("reference")));
    ImageFiles.writePng(processed, folder.resolve(name("processed")));
    overlays.forEach((type, image) -> ImageFiles.writePng(image, folder.resolve(name(type.id()))));
  }

  /**
   * Removes the pictures that an earlier report left in a folder, and nothing else.
   *
   * @throws dev.pixelwatch.core.UserError if one cannot be removed
   */
  static void deleteAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> pictures =
        Files.newDirectoryStream(folder, "frame-[0-9][0-9][0-9][0-9][0-9][0-9]*-[a-z]*.png")) {
      pictures.forEach(ReportFiles::delete);
    } catch (IOException e) {
      throw ReportFiles.cannotWrite(folder, e);
    }
  }

  /** Name of the file that holds {@code reference}, {@code processed} or a type. */
  String name(String what) {
    return Numbers.text("frame-%06d-%s.png", frame, what);
  }
}
