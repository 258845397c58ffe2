package dev.pixelwatch.tools.score;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.nio.file.Path;

/**
 * Two images of the same size, as the network reads them.
 *
 * @param reference what the other one is compared with
 * @param distorted what is judged
 */
public record ImagePair(Picture reference, Picture distorted) {
  /**
   * Reads both files.
   *
   * @throws UserError if a file is missing or not an image, or if the sizes differ
   */
  public static ImagePair read(Path reference, Path distorted) {
    ImagePair pair = new ImagePair(picture(reference), picture(distorted));
    if (!pair.reference.sameSizeAs(pair.distorted)) {
      throw new UserError(
          "the sizes differ: %s is %d x %d, %s is %d x %d"
              .formatted(
                  reference,
                  pair.reference.width(),
                  pair.reference.height(),
                  distorted,
                  pair.distorted.width(),
                  pair.distorted.height()),
          "Scale or crop one of the images so that the sizes are equal.");
    }
    return pair;
  }

  private static Picture picture(Path file) {
    return Colour.toPicture(ImageFiles.read(file), ColourMatrix.BT709, ColourRange.LIMITED);
  }
}
