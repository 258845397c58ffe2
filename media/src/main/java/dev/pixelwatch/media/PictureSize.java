package dev.pixelwatch.media;

/**
 * Pixels of a picture.
 *
 * @param width positive
 * @param height positive
 */
public record PictureSize(int width, int height) {
  /**
   * @throws IllegalArgumentException if a side is not positive
   */
  public PictureSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + "x" + height + " has no pixels");
    }
  }

  /** As FFmpeg and the command line write it, {@code 1280x720}. */
  @Override
  public String toString() {
    return width + "x" + height;
  }
}
