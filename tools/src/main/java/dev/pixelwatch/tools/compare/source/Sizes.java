package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.UserError;

/** What is said when two builds give frames of different sizes. */
final class Sizes {
  private Sizes() {}

  static UserError differ(String a, int widthA, int heightA, String b, int widthB, int heightB) {
    return new UserError(
        "the sizes differ: %s is %d x %d, %s is %d x %d"
            .formatted(a, widthA, heightA, b, widthB, heightB),
        "Compare builds that give frames of one size.");
  }
}
