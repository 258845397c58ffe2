package dev.pixelwatch.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasTest {
  private static final Material RED = Material.plain(1, 0, 0);
  private static final Material BLUE = Material.plain(0, 0, 1);

  /** One unit to a pixel. */
  private final Canvas canvas = new Canvas(24, 18, 720);

  @Test
  void aFreshCanvasIsTransparent() {
    assertThat(canvas.alpha).containsOnly(0);
  }

  @Test
  void aBoxFillsItsPixelsAndNoOthers() {
    canvas.box(4, 3, 10, 8, RED);
    for (int i = 0; i < canvas.alpha.length; i++) {
      int x = i % 24;
      int y = i / 24;
      boolean inside = x >= 4 && x < 10 && y >= 3 && y < 8;
      assertThat(canvas.alpha[i]).isCloseTo(inside ? 1 : 0, within(1e-5f));
      assertThat(canvas.red[i]).isCloseTo(inside ? 1 : 0, within(1e-5f));
    }
  }

  @Test
  void aPixelThatIsHalfCoveredIsHalfOpaqueInFullColour() {
    canvas.box(4.5f, 0, 20, 18, RED);

    assertThat(canvas.alpha[9 * 24 + 4]).isCloseTo(0.5f, within(1e-5f));
    assertThat(canvas.red[9 * 24 + 4]).isEqualTo(1);
  }

  @Test
  void whatIsDrawnLaterLiesOnTop() {
    canvas.box(0, 0, 24, 18, RED);
    canvas.box(12.5f, 0, 24, 18, BLUE);
    int row = 9 * 24;

    assertThat(canvas.red[row + 5]).isEqualTo(1);
    assertThat(canvas.blue[row + 18]).isCloseTo(1, within(1e-6f));
    assertThat(canvas.red[row + 18]).isCloseTo(0, within(1e-6f));
    assertThat(canvas.red[row + 12]).isCloseTo(0.5f, within(1e-5f));
    assertThat(canvas.blue[row + 12]).isCloseTo(0.5f, within(1e-5f));
    assertThat(canvas.alpha[row + 12]).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, 360, 720})
  void aShapeCoversTheSameShareAtEverySize(int frameHeight) {
    Canvas sized = new Canvas(frameHeight, frameHeight, frameHeight);
    sized.disc(360, 360, 200, RED);
    double covered = 0;
    for (float alpha : sized.alpha) {
      covered += alpha;
    }

    assertThat(covered / sized.alpha.length)
        .isCloseTo(Math.PI * 200 * 200 / (720 * 720), within(0.002));
  }

  @Test
  void aThinLineIsFaintRatherThanBroken() {
    canvas.line(2, 3, 22, 15, 0.6f, RED);
    for (int x = 4; x < 20; x++) {
      float column = 0;
      for (int y = 0; y < 18; y++) {
        column += canvas.alpha[24 * y + x];
      }
      assertThat(column).as("column %d", x).isGreaterThan(0.3f);
    }
  }

  @Test
  void whatLiesOutsideIsCutOff() {
    canvas.box(-50, -50, 2, 2, RED);
    canvas.box(22, 16, 90, 90, RED);
    canvas.disc(-40, 9, 10, RED);
    canvas.disc(9, 400, 10, RED);
    int covered = 0;
    for (float alpha : canvas.alpha) {
      covered += alpha > 0.5f ? 1 : 0;
    }

    assertThat(covered).isEqualTo(8);
  }

  @Test
  void materialsAreSampledWithinThePixel() {
    canvas.box(0, 0, 24, 18, (x, y, rgb) -> Material.set(rgb, x / 24, y / 18, 0, 1));
    for (int i = 0; i < canvas.red.length; i++) {
      assertThat(canvas.red[i]).isCloseTo((i % 24 + 0.5f) / 24, within(1e-5f));
      assertThat(canvas.green[i]).isCloseTo((i / 24 + 0.5f) / 18, within(1e-5f));
    }
  }

  @Test
  void aPatternFinerThanThePixelsIsAveraged() {
    canvas.box(
        0, 0, 24, 18, (x, y, rgb) -> Material.set(rgb, Math.floorMod((int) (4 * x), 2), 0, 0, 1));
    for (float sample : canvas.red) {
      assertThat(sample).isCloseTo(0.5f, within(0.01f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7})
  void mirroringSwapsLeftAndRightAndTwiceIsNothing(int width) {
    Canvas small = new Canvas(width, 3, 720);
    small.box(0, 0, 2, 1, RED);
    small.box(width - 1.5f, 1, width, 3, BLUE);
    float[] red = small.red.clone();
    float[] alpha = small.alpha.clone();

    small.mirror();
    for (int i = 0; i < red.length; i++) {
      int other = i - i % width + width - 1 - i % width;
      assertThat(small.red[i]).isEqualTo(red[other]);
      assertThat(small.alpha[i]).isEqualTo(alpha[other]);
    }
    small.mirror();

    assertThat(small.red).isEqualTo(red);
  }

  @Test
  void lettersStandSideBySideAndUnknownOnesLeaveASpace() {
    Canvas wide = new Canvas(60, 18, 720);
    Glyphs.write(wide, "L?T", 2, 2, 2, RED);

    assertThat(opaque(wide, 2, 2, 12, 16)).isTrue();
    assertThat(opaque(wide, 12.5f, 2, 24, 16)).isFalse();
    assertThat(opaque(wide, 26, 2, 36, 16)).isTrue();
    // The upright of the L, the bar of the T.
    assertThat(wide.alpha[8 * 60 + 3]).isEqualTo(1);
    assertThat(wide.alpha[8 * 60 + 8]).isZero();
    assertThat(wide.alpha[2 * 60 + 27]).isEqualTo(1);
    assertThat(wide.alpha[8 * 60 + 27]).isZero();
  }

  @Test
  void everyLetterOfTheSignsIsThere() {
    for (char letter : "MARKETFLORABAKERSTEACOFFEESTALLSCAFE".toCharArray()) {
      Canvas small = new Canvas(16, 18, 720);
      Glyphs.write(small, Character.toString(letter), 2, 2, 2, RED);

      assertThat(opaque(small, 0, 0, 16, 18)).as("%s", letter).isTrue();
    }
  }

  private static boolean opaque(Canvas canvas, float left, float top, float right, float bottom) {
    for (int i = 0; i < canvas.alpha.length; i++) {
      float x = i % canvas.width + 0.5f;
      float y = i / canvas.width + 0.5f;
      if (x > left && x < right && y > top && y < bottom && canvas.alpha[i] > 0.6f) {
        return true;
      }
    }
    return false;
  }
}
