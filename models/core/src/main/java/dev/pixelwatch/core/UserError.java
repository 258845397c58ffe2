package dev.pixelwatch.core;

/**
 * Something the user can mend: a missing file, a wrong size, a port in use. The command line prints
 * the message and the hint, no stack trace, and exits with 2.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String hint;

  /**
   * @param message one sentence that says what is wrong, without a full stop
   * @param hint one sentence that says what to do about it
   */
  public UserError(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public UserError(String message, String hint, Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  public String hint() {
    return hint;
  }
}
