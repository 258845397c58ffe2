package dev.pixelwatch.media;

/** A live input cannot be opened now; later it may. The message says why, without a full stop. */
public final class InputUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputUnavailableException(String message) {
    super(message);
  }
}
