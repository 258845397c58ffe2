package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class VariantsTest {

  @Test
  void everyTypeHasAVariant() {
    Set<DistortionType> found = EnumSet.noneOf(DistortionType.class);
    Variants.rgb().forEach(variant -> found.add(variant.type()));
    Variants.picture(List.of(new JpegCodec())).forEach(variant -> found.add(variant.type()));

    assertThat(found).hasSize(DistortionType.COUNT);
  }

  @Test
  void theVariantsOfATypeStandTogether() {
    List<DistortionType> order = new ArrayList<>();
    for (Variant<RgbEffect> variant : Variants.rgb()) {
      if (order.isEmpty() || order.get(order.size() - 1) != variant.type()) {
        order.add(variant.type());
      }
    }

    assertThat(order).doesNotHaveDuplicates();
  }

  @Test
  void opticsComeBeforeTheSensorAndTheSensorBeforeProcessing() {
    List<DistortionType> order = Variants.rgb().stream().map(Variant::type).distinct().toList();

    assertThat(order)
        .containsSubsequence(
            DistortionType.BLUR,
            DistortionType.EXPOSURE,
            DistortionType.NOISE,
            DistortionType.SMEARING,
            DistortionType.CONTRAST,
            DistortionType.OVERSHARPENING,
            DistortionType.BANDING);
  }

  @Test
  void variantsAreDrawnByTheirWeight() {
    Map<Severity, Integer> drawn = new EnumMap<>(Severity.class);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 4000; i++) {
      Variant<RgbEffect> variant = Variant.draw(Variants.rgb(), DistortionType.BLUR, random);
      drawn.merge(variant.curve(), 1, Integer::sum);
    }

    assertThat(drawn.get(Severity.BLUR_GAUSSIAN) / 4000.0).isCloseTo(4 / 11.0, within(0.03));
    assertThat(drawn.get(Severity.BLUR_MOTION) / 4000.0).isCloseTo(2 / 11.0, within(0.03));
  }

  @Test
  void everyCodecGivenIsUsedForBlocking() {
    Recorder first = new Recorder("h264");
    Recorder second = new Recorder("mpeg2");
    DistortionEngine engine = new DistortionEngine(List.of(first, second));
    for (int seed = 0; seed < 20; seed++) {
      engine.apply(Scene.photograph(16, 16), DistortionType.BLOCKING, 0.5, seed);
    }

    assertThat(first.coarseness).hasSizeBetween(3, 17);
    assertThat(second.coarseness).hasSizeBetween(3, 17);
    assertThat(first.coarseness).containsOnly(Severity.BLOCKING_H26X.parameter(0.5));
    assertThat(second.coarseness).containsOnly(Severity.BLOCKING_MPEG.parameter(0.5));
  }

  @Test
  void anUnknownFormatIsTakenToHaveALinearScale() {
    assertThat(Severity.ofCodec(new Recorder("mpeg2"))).isEqualTo(Severity.BLOCKING_MPEG);
    assertThat(Severity.ofCodec(new JpegCodec())).isEqualTo(Severity.BLOCKING_LIBJPEG);
  }

  @Test
  void onlyTheFivePhotographicTypesHaveADirectionOfTheirOwn() {
    Set<DistortionType> signed = EnumSet.noneOf(DistortionType.class);
    for (DistortionType type : DistortionType.values()) {
      if (type.isTwoSided()) {
        signed.add(type);
      }
    }

    assertThat(signed)
        .containsExactly(
            DistortionType.EXPOSURE,
            DistortionType.CONTRAST,
            DistortionType.SATURATION,
            DistortionType.WARMTH,
            DistortionType.TINT);
  }

  /** Notes what it is asked for, and codes with libjpeg. */
  private static final class Recorder implements Codec {
    private final String name;
    private final List<Double> coarseness = new ArrayList<>();

    private Recorder(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Picture roundTrip(Picture picture, double value) {
      coarseness.add(value);
      return new JpegCodec().roundTrip(picture, value);
    }
  }
}
