package dev.pixelwatch.tools.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One line of the doctor's report.
 *
 * @param name what was looked at, such as {@code disk}
 * @param status whether it will do
 * @param detail what was found, in words
 * @param remedy what to do about it; null when nothing needs doing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String name, Status status, String detail, String remedy) {
  /** Whether a part can be used. */
  public enum Status {
    /** Works. */
    OK,
    /** Pixelwatch needs it, and it does not work. */
    MISSING,
    /** Not needed; said because it explains speed or what else could be done. */
    INFO
  }

  static Finding ok(String name, String detail) {
    return new Finding(name, Status.OK, detail, null);
  }

  static Finding missing(String name, String detail, String remedy) {
    return new Finding(name, Status.MISSING, detail, remedy);
  }

  static Finding info(String name, String detail) {
    return new Finding(name, Status.INFO, detail, null);
  }
}
