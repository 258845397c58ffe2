package dev.pixelwatch.media;

import java.util.Map;
import java.util.Optional;

/**
 * How FFmpeg is to open something.
 *
 * @param url in FFmpeg's own syntax
 * @param name what people call it
 * @param format FFmpeg's name of the format of the input, where it is not to be guessed
 * @param options of the input, by FFmpeg's names
 * @param interrupter ends the waiting for something live; empty for files
 */
record Opening(
    String url,
    String name,
    Optional<String> format,
    Map<String, String> options,
    Optional<Interrupter> interrupter) {

  boolean isLive() {
    return interrupter.isPresent();
  }
}
