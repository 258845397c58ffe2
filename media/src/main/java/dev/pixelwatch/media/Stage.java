package dev.pixelwatch.media;

import dev.pixelwatch.core.Picture;
import java.util.List;

/**
 * A stage that Pixelwatch runs itself, so that a codec or a filter can be watched with one input.
 * One picture comes out for each that goes in, some later than others. Used by one thread.
 */
public interface Stage extends AutoCloseable {
  /**
   * A picture that came out.
   *
   * @param index of the picture that went in
   */
  record Processed(long index, Picture picture) {}

  /**
   * Puts a picture in.
   *
   * @param index larger than that of the picture before
   * @return what is ready now, in order; may be empty
   * @throws dev.pixelwatch.core.UserError if the stage cannot work on the picture
   */
  List<Processed> process(long index, Picture picture);

  /** What was still held back, in order. Nothing can be put in afterwards. */
  List<Processed> finish();

  @Override
  void close();
}
