package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BitErrorsTest {
  private static final byte DAMAGED = (byte) 200;

  private final Picture picture =
      Colour.toPicture(Scene.photograph(64, 80), ColourMatrix.BT709, ColourRange.LIMITED);
  private int bitsAsked;

  @Test
  void onlyTheDamageIsTakenFromWhatArrives() {
    Picture out = new BitErrors(List.of(new Line(7, 1))).apply(picture, 0.4, random());

    byte[] expected = picture.luma().clone();
    expected[7] = DAMAGED;
    assertThat(out.luma()).isEqualTo(expected);
    assertThat(out.cb()).isEqualTo(picture.cb());
  }

  @Test
  void thereAreSoManyErrorsForEachRowOfMacroblocksAndAtLeastOne() {
    new BitErrors(List.of(new Line(7, 1))).apply(picture, 2, random());
    assertThat(bitsAsked).isEqualTo(10);

    new BitErrors(List.of(new Line(7, 1))).apply(picture, 0.01, random());
    assertThat(bitsAsked).isEqualTo(1);
  }

  @Test
  void whereNoCodecShowsAnythingSlicesAreLost() {
    Picture out = new BitErrors(List.of(new JpegCodec())).apply(picture, 1, random());

    assertThat(out.sameSizeAs(picture)).isTrue();
    assertThat(out).isNotEqualTo(picture);
  }

  @Test
  void aPictureOfWhichHardlyAnythingArrivesIsNoPicture() {
    Picture out = new BitErrors(List.of(new Line(0, 64 * 79))).apply(picture, 1, random());

    assertThat(count(out.luma(), DAMAGED)).isLessThan(64);
    assertThat(out).isNotEqualTo(picture);
  }

  private static SplittableRandom random() {
    return new SplittableRandom(1);
  }

  private static int count(byte[] samples, byte value) {
    int count = 0;
    for (byte sample : samples) {
      count += sample == value ? 1 : 0;
    }
    return count;
  }

  /** Codes a picture coarsely, and a bad line damages some samples. */
  private final class Line implements Codec {
    private final int at;
    private final int length;

    Line(int at, int length) {
      this.at = at;
      this.length = length;
    }

    @Override
    public String name() {
      return "line";
    }

    @Override
    public Picture roundTrip(Picture sent, double coarseness) {
      byte[] luma = sent.luma().clone();
      for (int i = 0; i < luma.length; i++) {
        luma[i] &= (byte) 0xf0;
      }
      return sent.withLuma(luma);
    }

    @Override
    public Optional<Picture> withBitErrors(
        Picture sent, double coarseness, int bits, SplittableRandom random) {
      Picture coded = roundTrip(sent, coarseness);
      if (bits == 0) {
        return Optional.of(coded);
      }
      bitsAsked = bits;
      byte[] luma = coded.luma().clone();
      Arrays.fill(luma, at, at + length, DAMAGED);
      return Optional.of(coded.withLuma(luma));
    }
  }
}
