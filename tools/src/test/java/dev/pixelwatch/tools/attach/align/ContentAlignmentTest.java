package dev.pixelwatch.tools.attach.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.tools.Clips;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streets of 25 frames a second, captured twice. */
class ContentAlignmentTest {
  private static final int RATE = 25;
  private static final int FRAMES = 16 * RATE;
  private static final List<Picture> STREET = street(3);

  private final ContentAlignment alignment = new ContentAlignment(RATE);

  /** A camera that pans over a street by a way of its own, which does not repeat. */
  private static List<Picture> street(long seed) {
    Picture wide = new MovingScene(640, 384, seed).frame(0);
    Random random = new Random(seed);
    List<Picture> frames = new ArrayList<>();
    double x = 240;
    double speed = 0;
    for (int i = 0; i < FRAMES; i++) {
      speed = 0.9 * speed + 1.5 * random.nextGaussian() + 0.01 * (240 - x);
      x = Math.max(0, Math.min(480, x + speed));
      frames.add(window(wide, (int) x, random));
    }
    return frames;
  }

  private static Picture window(Picture wide, int left, Random random) {
    byte[] luma = new byte[160 * 96];
    for (int i = 0; i < luma.length; i++) {
      int sample = wide.luma()[(i / 160 + 140) * 640 + left + i % 160] & 0xff;
      luma[i] = (byte) Math.max(0, Math.min(255, sample + 2 * random.nextGaussian()));
    }
    byte[] chroma = new byte[80 * 48];
    Arrays.fill(chroma, (byte) 128);
    return new Picture(160, 96, luma, chroma, chroma, wide.matrix(), wide.range());
  }

  private static LiveFrame frame(int index, Picture picture) {
    long timeUs = index * 1_000_000L / RATE;
    return new LiveFrame(picture, index, timeUs, timeUs, 0);
  }

  /** Shows both sides so many frames, the processed side behind by the offset. */
  private void show(
      List<Picture> reference, List<Picture> processed, int offset, int from, int to) {
    for (int i = from; i < to; i++) {
      alignment.observe(Side.REFERENCE, frame(i, reference.get(i % FRAMES)));
      alignment.observe(Side.PROCESSED, frame(i, processed.get(Math.floorMod(i - offset, FRAMES))));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-61, -3, 0, 1, 17, 90})
  void theOffsetIsFoundToTheFrame(int offset) {
    show(STREET, STREET, offset, 100, 350);

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.ALIGNED);
    assertThat(alignment.standing().offset()).contains(offset);
    assertThat(alignment.standing().confidence().orElseThrow()).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gblur=sigma=3",
        "noise=alls=30:allf=t",
        "lutyuv=y=val*0.6+40",
        "gblur=sigma=1,noise=alls=15:allf=t",
      })
  void theOffsetIsFoundWhateverTheStageDoes(String stage) {
    show(STREET, Clips.filtered(STREET, stage), 12, 100, 300);

    assertThat(alignment.standing().offset()).contains(12);
  }

  @Test
  void framesAreNumberedByTheReference() {
    show(STREET, STREET, 12, 100, 300);

    assertThat(alignment.number(Side.REFERENCE, frame(300, STREET.get(0)))).hasValue(300);
    assertThat(alignment.number(Side.PROCESSED, frame(312, STREET.get(0)))).hasValue(300);
  }

  @Test
  void beforeThereIsEnoughToGoByNothingIsNumbered() {
    show(STREET, STREET, 0, 100, 120);

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.ALIGNING);
    assertThat(alignment.number(Side.REFERENCE, frame(120, STREET.get(0)))).isEmpty();
  }

  @Test
  void differentScenesAreNotAligned() {
    List<Picture> other = street(99);

    show(STREET, other, 0, 0, FRAMES);

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.UNALIGNED);
    assertThat(alignment.standing().reason()).contains("do not change alike");
    assertThat(alignment.standing().offset()).isEmpty();
  }

  @Test
  void aStillPictureCannotBeAlignedAndIsSaidToBeStill() {
    List<Picture> still = Collections.nCopies(FRAMES, STREET.get(0));

    show(still, still, 0, 0, FRAMES);

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.UNALIGNED);
    assertThat(alignment.standing().reason()).contains("too little moves");
  }

  @Test
  void anOffsetThatSlipsIsFoundAgain() {
    show(STREET, STREET, 5, 0, 200);
    show(STREET, STREET, 8, 200, 450);

    assertThat(alignment.standing().offset()).contains(8);
  }

  @Test
  void aProcessedSideThatFreezesStaysAlignedForOthersToJudge() {
    show(STREET, STREET, 5, 0, 200);
    show(STREET, Collections.nCopies(FRAMES, STREET.get(0)), 5, 200, 500);

    assertThat(alignment.standing().offset()).contains(5);
  }

  @Test
  void aProcessedSideThatShowsSomethingElseLosesItsAlignment() {
    List<Picture> other = street(99);
    show(STREET, STREET, 5, 0, 200);
    show(STREET, other, 5, 200, 500);

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.UNALIGNED);
  }

  @Test
  void framesThatOneSideLacksDoNotMatter() {
    for (int i = 0; i < 250; i++) {
      alignment.observe(Side.REFERENCE, frame(i, STREET.get(i)));
      if (i % 7 != 3) {
        alignment.observe(Side.PROCESSED, frame(i, STREET.get(Math.max(0, i - 4))));
      }
    }

    assertThat(alignment.standing().offset()).contains(4);
  }

  @Test
  void afterALossTheSearchBeginsAnew() {
    show(STREET, STREET, 5, 0, 200);
    alignment.restart();

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.ALIGNING);

    show(STREET, STREET, -9, 1000, 1200);

    assertThat(alignment.standing().offset()).contains(-9);
  }
}
