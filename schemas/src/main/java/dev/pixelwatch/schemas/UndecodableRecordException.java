package dev.pixelwatch.schemas;

/** Bytes that are not the record they should be, or were written with a schema nobody published. */
public final class UndecodableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UndecodableRecordException(String message) {
    super(message);
  }

  UndecodableRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
