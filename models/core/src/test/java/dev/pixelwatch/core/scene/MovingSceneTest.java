package dev.pixelwatch.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingSceneTest {
  private static final MovingScene SCENE = new MovingScene(640, 360, 7);

  @Test
  void equalSeedsGiveEqualFrames() {
    assertThat(new MovingScene(320, 180, 3).frame(41))
        .isEqualTo(new MovingScene(320, 180, 3).frame(41));
  }

  @Test
  void anotherSeedGivesAnotherScene() {
    assertThat(new MovingScene(320, 180, 3).frame(0))
        .isNotEqualTo(new MovingScene(320, 180, 4).frame(0));
  }

  @Test
  void aFrameIsTheSameInWhateverOrderFramesAreAskedFor() {
    Picture early = SCENE.frame(10);
    SCENE.frame(500);

    assertThat(SCENE.frame(10)).isEqualTo(early);
  }

  @Test
  void framesShareNoPlanes() {
    Picture first = SCENE.frame(10);
    first.luma()[0] = 99;

    assertThat(SCENE.frame(10)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "65, 67", "321, 181", "64, 400", "900, 64"})
  void everySizeIsFilledToItsEdges(int width, int height) {
    MovingScene scene = new MovingScene(width, height, 1);
    for (long number : new long[] {0, 1, 33, 100_000}) {
      Picture frame = scene.frame(number);

      assertThat(frame.width()).isEqualTo(width);
      assertThat(frame.height()).isEqualTo(height);
      assertThat(lowest(frame.luma())).as("luma").isGreaterThanOrEqualTo(16);
      assertThat(lowest(frame.cb())).as("cb").isGreaterThanOrEqualTo(16);
      assertThat(lowest(frame.cr())).as("cr").isGreaterThanOrEqualTo(16);
    }
  }

  @Test
  void aSizeBelowTheLeastIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MovingScene(63, 200, 1))
        .withMessageContaining("63 x 200");
  }

  @Test
  void samplesAreLimitedRangeBt709() {
    Picture frame = SCENE.frame(0);

    assertThat(frame.matrix()).isEqualTo(ColourMatrix.BT709);
    assertThat(frame.range()).isEqualTo(ColourRange.LIMITED);
    assertThat(lowest(frame.luma())).isGreaterThanOrEqualTo(16);
    assertThat(highest(frame.luma())).isLessThanOrEqualTo(235);
  }

  @Test
  void successiveFramesDifferInMostPlacesButNotByAScene() {
    double change = meanDifference(SCENE.frame(20), SCENE.frame(21));

    assertThat(change).isBetween(1.0, 30.0);
  }

  @Test
  void theCameraPansByAStepThatPutsTheStreetBackInPlace() {
    Picture before = SCENE.frame(20);
    Picture after = SCENE.frame(21);
    int row = 343; // The verge, before which nothing moves.

    int same =
        (int)
            IntStream.range(0, 600)
                .filter(x -> before.luma()[row * 640 + x + 2] == after.luma()[row * 640 + x])
                .count();

    assertThat(same).isEqualTo(600);
  }

  @Test
  void thingsMoveAgainstTheStreet() {
    Picture before = SCENE.frame(0);
    Picture after = SCENE.frame(1);
    int moved = 0;
    for (int y = 260; y < 300; y++) { // The road.
      for (int x = 0; x < 630; x++) {
        if (before.luma()[y * 640 + x + 2] != after.luma()[y * 640 + x]) {
          moved++;
        }
      }
    }

    assertThat(moved).isGreaterThan(100);
  }

  @Test
  void theWholeTonalRangeIsUsed() {
    int[] histogram = new int[256];
    for (byte sample : SCENE.frame(0).luma()) {
      histogram[sample & 0xff]++;
    }

    assertThat(IntStream.range(16, 40).map(i -> histogram[i]).sum()).isGreaterThan(2000);
    assertThat(IntStream.range(100, 150).map(i -> histogram[i]).sum()).isGreaterThan(20_000);
    assertThat(IntStream.range(225, 236).map(i -> histogram[i]).sum()).isGreaterThan(1000);
    assertThat(IntStream.range(20, 236))
        .allSatisfy(i -> assertThat(histogram[i]).as("%d", i).isPositive());
  }

  @Test
  void coloursAreSaturatedInEveryDirectionAndNeutralElsewhere() {
    Picture frame = SCENE.frame(0);

    assertThat(highest(frame.cr())).as("red").isGreaterThan(200);
    assertThat(lowest(frame.cr())).as("green or cyan").isLessThan(105);
    assertThat(highest(frame.cb())).as("blue").isGreaterThan(160);
    assertThat(lowest(frame.cb())).as("yellow").isLessThan(60);
    long neutral =
        IntStream.range(0, frame.cb().length)
            .filter(i -> Math.abs((frame.cb()[i] & 0xff) - 128) < 4)
            .filter(i -> Math.abs((frame.cr()[i] & 0xff) - 128) < 4)
            .count();
    assertThat(neutral).isGreaterThan(frame.cb().length / 10);
  }

  @Test
  void thereAreGradientsTextureAndEdges() {
    Picture frame = SCENE.frame(0);
    int gradients = 0;
    int textures = 0;
    int edges = 0;
    for (int y = 0; y + 8 <= 360; y += 8) {
      for (int x = 0; x + 8 <= 640; x += 8) {
        Block block = Block.of(frame, x, y);
        gradients += block.steepest <= 3 && block.span >= 2 ? 1 : 0;
        textures += block.meanStep > 6 ? 1 : 0;
        edges += block.steepest > 80 ? 1 : 0;
      }
    }

    assertThat(gradients).as("smooth blocks with a slope").isGreaterThan(360);
    assertThat(textures).as("busy blocks").isGreaterThan(700);
    assertThat(edges).as("blocks with a hard edge").isGreaterThan(250);
  }

  @Test
  void grainIsFaintAndNewInEveryFrame() {
    Picture clean = new MovingScene(320, 180, 5).frame(9);
    MovingScene grainy = new MovingScene(320, 180, 5, true);

    assertThat(meanDifference(clean, grainy.frame(9))).isBetween(0.5, 3.0);
    assertThat(grainy.frame(9)).isEqualTo(grainy.frame(9));
    assertThat(meanDifference(grainy.frame(9), grainy.frame(10)))
        .isGreaterThan(meanDifference(clean, new MovingScene(320, 180, 5).frame(10)));
  }

  @Test
  void theCameraGoesToTheEndOfTheStreetAndBack() {
    MovingScene scene = new MovingScene(96, 64, 2);
    // The verge is before everything that moves: 48 pixels there in steps of 2, and back.
    byte[] start = verge(scene, 0);

    assertThat(verge(scene, 48)).isEqualTo(start);
    assertThat(verge(scene, 47)).isEqualTo(verge(scene, 1));
    assertThat(verge(scene, 24)).isNotEqualTo(start);
    assertThat(verge(scene, 48L * 1_000_000_000L)).isEqualTo(start);
  }

  @Test
  void aSceneLooksAlikeAtEverySize() {
    int[] small = histogram(new MovingScene(320, 180, 7).frame(0));
    int[] large = histogram(SCENE.frame(0));
    double shared = 0;
    for (int i = 0; i < small.length; i++) {
      shared += Math.min(small[i] / (320.0 * 180), large[i] / (640.0 * 360));
    }

    assertThat(shared).isGreaterThan(0.9);
  }

  /** The lowest rows of a frame of 96 x 64. */
  private static byte[] verge(MovingScene scene, long number) {
    return Arrays.copyOfRange(scene.frame(number).luma(), 62 * 96, 64 * 96);
  }

  /** Luma in 16 levels. */
  private static int[] histogram(Picture frame) {
    int[] histogram = new int[16];
    for (byte sample : frame.luma()) {
      histogram[(sample & 0xff) / 16]++;
    }
    return histogram;
  }

  private static double meanDifference(Picture a, Picture b) {
    long sum = 0;
    for (int i = 0; i < a.luma().length; i++) {
      sum += Math.abs((a.luma()[i] & 0xff) - (b.luma()[i] & 0xff));
    }
    return (double) sum / a.luma().length;
  }

  private static int lowest(byte[] samples) {
    return IntStream.range(0, samples.length).map(i -> samples[i] & 0xff).min().orElseThrow();
  }

  private static int highest(byte[] samples) {
    return IntStream.range(0, samples.length).map(i -> samples[i] & 0xff).max().orElseThrow();
  }

  /** Steps between neighbours to the right within 8 x 8 samples. */
  private record Block(int steepest, double meanStep, int span) {
    static Block of(Picture frame, int left, int top) {
      int steepest = 0;
      int sum = 0;
      int low = 255;
      int high = 0;
      for (int y = top; y < top + 8; y++) {
        for (int x = left; x < left + 8; x++) {
          int level = frame.luma()[y * frame.width() + x] & 0xff;
          low = Math.min(low, level);
          high = Math.max(high, level);
          if (x > left) {
            int step = Math.abs(level - (frame.luma()[y * frame.width() + x - 1] & 0xff));
            steepest = Math.max(steepest, step);
            sum += step;
          }
        }
      }
      return new Block(steepest, sum / 56.0, high - low);
    }
  }
}
