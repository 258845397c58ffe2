package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples that are not 8-bit 4:2:0 become what they would have been in it. */
class SampleFormatTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "yuv420p10le, LIMITED",
    "yuv420p10le, FULL",
    "yuv420p12le, LIMITED",
    "yuv420p16le, FULL",
    "yuv422p, LIMITED",
    "yuv422p10le, LIMITED",
    "yuv444p, FULL",
    "yuv444p10le, LIMITED"
  })
  void everyGreyLevelComesBackFromDeeperSamples(String pixelFormat, ColourRange range) {
    Picture levels = levels(ColourMatrix.BT709, range);

    Picture back = through(levels, pixelFormat);

    assertThat(back.range()).isEqualTo(range);
    assertThat(largestDifference(back.luma(), levels.luma())).isLessThanOrEqualTo(1);
    assertThat(largestDifference(back.cb(), levels.cb())).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void everyVideoLevelComesBackFromRgb(ColourRange range) {
    // Files of fewer than 720 lines are taken as BT.601 where they do not say, as RGB does not.
    Picture levels = levels(ColourMatrix.BT601, range);

    Picture back = through(levels, "gbrp10le");

    assertThat(back.range()).isEqualTo(ColourRange.LIMITED);
    for (int level : new int[] {16, 17, 50, 126, 200, 235}) {
      double expected = range == ColourRange.FULL ? 16 + level * 219 / 255.0 : level;
      assertThat(back.luma()[level] & 0xff)
          .as("level %d", level)
          .isCloseTo((int) expected, within(1));
    }
  }

  @Test
  void coloursComeBackFromRgbInTheirPlaces() {
    Picture picture = Scene.frame(64, 48, 0, ColourMatrix.BT601, ColourRange.LIMITED);

    Picture back = through(picture, "bgr0");

    assertThat(Scene.psnr(back.cb(), picture.cb())).isGreaterThan(35);
    assertThat(Scene.psnr(back.cr(), picture.cr())).isGreaterThan(35);
  }

  @Test
  void greyVideoHasNoColour() {
    Picture back = through(Scene.frame(64, 48, 0), "gray");

    assertThat(back.cb()).containsOnly(128);
    assertThat(back.cr()).containsOnly(128);
    assertThat(Scene.psnr(back, Scene.frame(64, 48, 0))).isGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yuv420p10le", "yuv444p", "bgr0"})
  void oddSizesAreConvertedWhole(String pixelFormat) {
    Picture odd = Scene.frame(33, 19, 0, ColourMatrix.BT601, ColourRange.LIMITED);

    Picture back = through(odd, pixelFormat);

    assertThat(Scene.psnr(back, odd)).isGreaterThan(35);
    assertThat(back.cb()).hasSameSizeAs(odd.cb());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 5", "48, 96", "301, 203"})
  void aFlatPictureStaysFlatAtAnySize(int width, int height) {
    for (ColourRange range : ColourRange.values()) {
      Picture flat = flat(64, 48, 201, 90, ColourMatrix.BT2020, range);
      Path file = Scene.write(folder.resolve("flat.mkv"), List.of(flat), Encoding.lossless());

      try (VideoReader reader = VideoReader.open(file, width, height)) {
        assertThat(reader.read().orElseThrow().picture())
            .isEqualTo(flat(width, height, 201, 90, ColourMatrix.BT2020, range));
      }
    }
  }

  @Test
  void scalingDownAndUpKeepsWhatIsCoarse() {
    Picture picture = flatHalves();
    Path file = Scene.write(folder.resolve("a.mkv"), List.of(picture), Encoding.lossless());

    try (VideoReader reader = VideoReader.open(file, 32, 24)) {
      Picture small = reader.read().orElseThrow().picture();

      assertThat(small.luma()[12 * 32 + 4] & 0xff).isEqualTo(40);
      assertThat(small.luma()[12 * 32 + 27] & 0xff).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 719, BT601",
    "2, 720, BT709",
    "0, 2160, BT709",
    "4, 2160, BT601",
    "5, 100, BT601",
    "6, 2160, BT601",
    "1, 100, BT709",
    "9, 100, BT2020",
    "10, 100, BT2020",
    "77, 100, BT601"
  })
  void aMatrixIsTakenFromItsTagAndOtherwiseFromTheHeight(int tag, int height, ColourMatrix matrix) {
    assertThat(ColourTags.matrix(tag, height)).isEqualTo(matrix);
  }

  @ParameterizedTest
  @CsvSource({"16, 48, BT601", "16, 718, BT601", "16, 720, BT709", "16, 1080, BT709"})
  void aFileWithoutTagsIsReadAsPlayersReadIt(int width, int height, ColourMatrix matrix) {
    Picture flat = flat(width, height, 100, 128, ColourMatrix.BT2020, ColourRange.LIMITED);
    // AVI has no place for a colour matrix, and neither has MPEG-4 part 2 as it is written here.
    Path file = Scene.write(folder.resolve("untagged.avi"), List.of(flat), Encoding.mpeg4(2));

    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.info().matrix()).isEqualTo(matrix);
      assertThat(reader.info().range()).isEqualTo(ColourRange.LIMITED);
      assertThat(reader.read().orElseThrow().picture().matrix()).isEqualTo(matrix);
    }
  }

  private Picture through(Picture picture, String pixelFormat) {
    Path file =
        Scene.write(
            folder.resolve("deep.mkv"),
            List.of(picture),
            Encoding.lossless().withPixelFormat(pixelFormat));
    return Scene.read(file).get(0);
  }

  /** A column for each code value, without colour. */
  private static Picture levels(ColourMatrix matrix, ColourRange range) {
    byte[] luma = new byte[256 * 4];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (i % 256);
    }
    byte[] chroma = new byte[128 * 2];
    Arrays.fill(chroma, (byte) 128);
    return new Picture(256, 4, luma, chroma, chroma, matrix, range);
  }

  private static Picture flatHalves() {
    byte[] luma = new byte[64 * 48];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (i % 64 < 32 ? 40 : 200);
    }
    byte[] chroma = new byte[32 * 24];
    Arrays.fill(chroma, (byte) 128);
    return new Picture(64, 48, luma, chroma, chroma, ColourMatrix.BT709, ColourRange.LIMITED);
  }

  private static Picture flat(
      int width, int height, int level, int colour, ColourMatrix matrix, ColourRange range) {
    byte[] luma = new byte[width * height];
    Arrays.fill(luma, (byte) level);
    byte[] chroma = new byte[Picture.half(width) * Picture.half(height)];
    Arrays.fill(chroma, (byte) colour);
    return new Picture(width, height, luma, chroma, chroma, matrix, range);
  }

  private static int largestDifference(byte[] a, byte[] b) {
    assertThat(a).hasSameSizeAs(b);
    int largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs((a[i] & 0xff) - (b[i] & 0xff)));
    }
    return largest;
  }
}
