package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;

final class DifferenceTest {

  @Test
  void aBrighterGreyDiffersInLumaOnly() {
    Difference difference =
        Difference.between(Scene.flat(2, 2, 0.3f, 0.3f, 0.3f), Scene.flat(2, 2, 0.5f, 0.5f, 0.5f));

    assertThat(difference.luma()[0]).isCloseTo(0.2f, within(1e-6f));
    assertThat(difference.chroma()[0]).isCloseTo(0, within(1e-9f));
  }

  @Test
  void imagesAndTheirPicturesDifferByTheSame() {
    RgbImage before = Scene.flat(4, 4, 0.3f, 0.4f, 0.5f);
    RgbImage after = Scene.flat(4, 4, 0.6f, 0.4f, 0.3f);
    Difference ofImages = Difference.between(before, after);
    for (ColourRange range : ColourRange.values()) {
      Picture one = Colour.toPicture(before, ColourMatrix.BT709, range);
      Picture other = Colour.toPicture(after, ColourMatrix.BT709, range);

      Difference ofPictures = Difference.between(one, other);

      assertThat(ofPictures.luma()[15]).isCloseTo(ofImages.luma()[15], within(0.005f));
      assertThat(Math.sqrt(ofPictures.chroma()[15]))
          .isCloseTo(Math.sqrt(ofImages.chroma()[15]), within(0.005));
    }
  }

  @Test
  void theDirectionOfALumaChangeIsKept() {
    RgbImage dark = Scene.flat(3, 3, 0.2f, 0.2f, 0.2f);
    RgbImage bright = Scene.flat(3, 3, 0.8f, 0.8f, 0.8f);

    assertThat(Difference.between(bright, dark).luma()[8]).isNegative();
    assertThat(
            Difference.between(Frame.clean(bright).picture(), Frame.clean(dark).picture())
                .luma()[8])
        .isNegative();
  }

  @Test
  void meansOfCellsCountEveryPixelOnce() {
    float[] plane = new float[20 * 17];
    plane[19] = 16;
    plane[16 * 20] = 32;

    float[] means = Cells.means(20, 17, plane);

    // Cells of 16 x 16, 4 x 16, 16 x 1 and 4 x 1 pixels.
    assertThat(means).containsExactly(0, 0.25f, 2, 0);
  }
}
