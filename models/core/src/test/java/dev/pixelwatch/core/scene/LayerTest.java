package dev.pixelwatch.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is painted once and then copied into every frame. */
class LayerTest {

  @Test
  void aLayerHasTheSamplesOfTheColourConversion() {
    Canvas canvas = new Canvas(24, 16, 720);
    canvas.box(0, 0, 24, 16, (x, y, rgb) -> Material.set(rgb, x / 20, y / 16, 1 - x / 24, 1));
    Picture frame = grey(24, 16);
    RgbImage same = new RgbImage(24, 16, canvas.red, canvas.green, canvas.blue);

    new Layer(canvas).drawOnto(frame, 0, 0);

    Picture expected = Colour.toPicture(same, ColourMatrix.BT709, ColourRange.LIMITED);
    assertClose(frame.luma(), expected.luma());
    assertClose(frame.cb(), expected.cb());
    assertClose(frame.cr(), expected.cr());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "6, 4", "-4, -2", "18, 10", "-40, 0", "0, 60", "200, -200"})
  void aLayerIsDrawnWhereItIsPutAndCutAtTheEdges(int left, int top) {
    Picture frame = grey(21, 13);

    new Layer(filled(12, 8)).drawOnto(frame, left, top);

    for (int i = 0; i < frame.luma().length; i++) {
      assertThat(frame.luma()[i] & 0xff).isEqualTo(covers(left, top, i % 21, i / 21) ? 63 : 90);
    }
    for (int c = 0; c < frame.cb().length; c++) {
      boolean covered = covers(left, top, 2 * (c % 11), 2 * (c / 11));
      assertThat(frame.cr()[c] & 0xff).isEqualTo(covered ? 240 : 128);
    }
  }

  @Test
  void whatIsTransparentLetsTheFrameShow() {
    Canvas canvas = new Canvas(12, 8, 720);
    canvas.box(0, 0, 6, 8, Material.plain(1, 1, 1));
    Picture frame = grey(12, 8);

    new Layer(canvas).drawOnto(frame, 0, 0);

    assertThat(frame.luma()[4 * 12 + 2] & 0xff).isEqualTo(235);
    assertThat(frame.luma()[4 * 12 + 9] & 0xff).isEqualTo(90);
  }

  @Test
  void halfOpaqueSamplesMixHalfAndHalf() {
    Canvas canvas = new Canvas(4, 4, 720);
    canvas.box(0, 0.5f, 4, 4, Material.plain(1, 1, 1));
    Picture frame = grey(4, 4);

    new Layer(canvas).drawOnto(frame, 0, 0);

    assertThat(frame.luma()[1] & 0xff).isCloseTo((90 + 235) / 2, within(1));
    assertThat(frame.luma()[5] & 0xff).isEqualTo(235);
  }

  @Test
  void theChromaOfABlockIsThatOfItsOpaquePartOnly() {
    Canvas canvas = new Canvas(2, 2, 720);
    canvas.box(0, 0, 0.5f, 2, Material.plain(1, 0, 0));
    Picture frame = grey(2, 2);

    new Layer(canvas).drawOnto(frame, 0, 0);

    // Pure red is 240, and it covers a quarter of the block.
    assertThat(frame.cr()[0] & 0xff).isCloseTo((240 + 3 * 128) / 4, within(1));
  }

  @Test
  void anActorGoesItsWayAndComesBack() {
    Actor actor = new Actor(List.of(new Layer(filled(4, 4))), 1, 2, 3, 0);
    int lane = 40 * 3 / 2 + 2 * 4;

    assertThat(places(actor, 5)).isEqualTo(places(actor, 5 + lane));
    assertThat(places(actor, 10)).contains(10 * 3 - 4);
    assertThat(places(actor, 19)).isEmpty();
  }

  @Test
  void anActorThatGoesToTheLeftDoes() {
    Actor actor = new Actor(List.of(new Layer(filled(4, 4))), 1, 2, -2, 30);

    assertThat(places(actor, 0).get(0)).isGreaterThan(places(actor, 3).get(0));
    assertThat(places(actor, 9)).isNotEmpty();
  }

  @Test
  void theCameraMovesAnActorAtHalfTheSpeedOfTheStreet() {
    Actor actor = new Actor(List.of(new Layer(filled(4, 4))), 1, 2, 0, 24);

    assertThat(places(actor, 0, 0)).startsWith(20);
    assertThat(places(actor, 0, 12)).startsWith(14);
  }

  @Test
  void theLooksOfAnActorFollowEachOther() {
    Canvas white = new Canvas(4, 4, 720);
    white.box(0, 0, 4, 4, Material.plain(1, 1, 1));
    List<Layer> phases = List.of(new Layer(filled(4, 4)), new Layer(white));
    Actor actor = new Actor(phases, 3, 2, 0, 24);
    int[] seen = new int[8];
    for (int number = 0; number < 8; number++) {
      Picture frame = grey(40, 8);
      actor.drawOnto(frame, number, 0);
      seen[number] = frame.luma()[3 * 40 + 21] & 0xff;
    }

    assertThat(seen).containsExactly(63, 63, 63, 235, 235, 235, 63, 63);
  }

  @Test
  void grainHasTheDeviationAskedForAndNoMean() {
    Picture frame = grey(200, 150);
    new SensorGrain(3, 1.6).addTo(frame, 17);
    double sum = 0;
    double squares = 0;
    for (byte sample : frame.luma()) {
      int change = (sample & 0xff) - 90;
      sum += change;
      squares += change * change;
    }

    assertThat(sum / frame.luma().length).isCloseTo(0, within(0.05));
    assertThat(Math.sqrt(squares / frame.luma().length)).isCloseTo(1.6, within(0.1));
    assertThat(frame.cb()).containsOnly(128);
  }

  @Test
  void grainStaysWithinBlackAndWhite() {
    for (int level : new int[] {16, 235}) {
      Picture frame = grey(64, 64);
      Arrays.fill(frame.luma(), (byte) level);
      new SensorGrain(3, 20).addTo(frame, 2);
      for (byte sample : frame.luma()) {
        assertThat(sample & 0xff).isBetween(16, 235);
      }
    }
  }

  @Test
  void noTwoRowsOfGrainAreAlike() {
    Picture frame = grey(64, 32);
    new SensorGrain(3, 4).addTo(frame, 2);
    for (int y = 1; y < 32; y++) {
      assertThat(Arrays.copyOfRange(frame.luma(), 64 * y, 64 * y + 64))
          .isNotEqualTo(Arrays.copyOfRange(frame.luma(), 64 * y - 64, 64 * y));
    }
  }

  private static boolean covers(int left, int top, int x, int y) {
    return x >= left && x < left + 12 && y >= top && y < top + 8;
  }

  /** Columns of the frame of this number that the actor covers. */
  private static List<Integer> places(Actor actor, long number) {
    return places(actor, number, 0);
  }

  private static List<Integer> places(Actor actor, long number, int pan) {
    Picture frame = grey(40, 8);
    actor.drawOnto(frame, number, pan);
    return IntStream.range(0, 40).filter(x -> frame.luma()[3 * 40 + x] != 90).boxed().toList();
  }

  /** Pure red all over: 63, 102, 240 in BT.709. */
  private static Canvas filled(int width, int height) {
    Canvas canvas = new Canvas(width, height, 720);
    canvas.box(0, 0, width, height, Material.plain(1, 0, 0));
    return canvas;
  }

  private static Picture grey(int width, int height) {
    byte[] luma = new byte[width * height];
    Arrays.fill(luma, (byte) 90);
    byte[] chroma = new byte[Picture.half(width) * Picture.half(height)];
    Arrays.fill(chroma, (byte) 128);
    return new Picture(
        width, height, luma, chroma, chroma.clone(), ColourMatrix.BT709, ColourRange.LIMITED);
  }

  private static void assertClose(byte[] actual, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i] & 0xff).as("sample %d", i).isCloseTo(expected[i] & 0xff, within(1));
    }
  }
}
