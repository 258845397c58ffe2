package dev.pixelwatch.core.scene;

/** Letters of five by seven squares: small text without a font, so equal on every machine. */
final class Glyphs {
  private static final String LETTERS = "ABCEFKLMORST";

  /** One letter after another, in the order of {@link #LETTERS}, seven rows of five bits each. */
  private static final int[][] ROWS = {
    {14, 17, 17, 31, 17, 17, 17},
    {30, 17, 17, 30, 17, 17, 30},
    {14, 17, 16, 16, 16, 17, 14},
    {31, 16, 16, 30, 16, 16, 31},
    {31, 16, 16, 30, 16, 16, 16},
    {17, 18, 20, 24, 20, 18, 17},
    {16, 16, 16, 16, 16, 16, 31},
    {17, 27, 21, 21, 17, 17, 17},
    {14, 17, 17, 17, 17, 17, 14},
    {30, 17, 17, 30, 20, 18, 17},
    {15, 16, 16, 14, 1, 1, 30},
    {31, 4, 4, 4, 4, 4, 4}
  };

  /** Hides the seams between squares. */
  private static final float OVERLAP = 0.4f;

  private Glyphs() {}

  /**
   * Writes a word.
   *
   * @param square side in units of one of the squares that make up a letter
   */
  static void write(Canvas canvas, String word, float left, float top, float square, Material ink) {
    for (int i = 0; i < word.length(); i++) {
      int letter = LETTERS.indexOf(word.charAt(i));
      for (int row = 0; letter >= 0 && row < 7; row++) {
        for (int column = 0; column < 5; column++) {
          if ((ROWS[letter][row] >> (4 - column) & 1) == 1) {
            float x = left + (6 * i + column) * square;
            float y = top + row * square;
            canvas.box(x, y, x + square + OVERLAP, y + square + OVERLAP, ink);
          }
        }
      }
    }
  }
}
