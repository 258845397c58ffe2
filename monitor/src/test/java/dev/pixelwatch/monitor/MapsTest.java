package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapsTest {
  private static final FrameIdentity IDENTITY = TestFrames.identity(1);

  private static DistortionMap ramp() {
    float[] values = new float[DistortionType.COUNT * 2 * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) i / (values.length - 1);
    }
    return new DistortionMap(2, 3, values);
  }

  @Test
  void valuesComeBackWithinHalfALevel() {
    DistortionMap back = Maps.toMap(Maps.toRecord(IDENTITY, ramp()));

    assertThat(back.rows()).isEqualTo(2);
    assertThat(back.columns()).isEqualTo(3);
    assertThat(back.values()).containsExactly(ramp().values(), within(0.5f / 254));
  }

  @Test
  void noDifferenceIsExact() {
    float[] values = new float[DistortionType.COUNT];
    Arrays.fill(values, 0.5f);
    DistortionMap back = Maps.toMap(Maps.toRecord(IDENTITY, new DistortionMap(1, 1, values)));

    assertThat(back.values()).containsOnly(0.5f);
  }

  @Test
  void aMirroredMapIsMirroredOnTheWireToo() {
    DistortionMap mirrored = Maps.toMap(Maps.toRecord(IDENTITY, ramp().mirrored()));
    DistortionMap ramp = Maps.toMap(Maps.toRecord(IDENTITY, ramp()));

    assertThat(mirrored.values()).containsExactly(ramp.mirrored().values(), within(1e-6f));
  }

  @Test
  void typesAreFoundByNameWhateverTheirOrder() {
    dev.pixelwatch.schemas.DistortionMap record = Maps.toRecord(IDENTITY, ramp());
    List<String> reversed = new ArrayList<>(record.getTypes());
    Collections.reverse(reversed);
    DistortionMap back =
        Maps.toMap(
            dev.pixelwatch.schemas.DistortionMap.newBuilder(record).setTypes(reversed).build());

    assertThat(back.value(DistortionType.TINT, 0, 0)).isEqualTo(0);
  }

  @Test
  void aTypeThatTheRecordLacksShowsNoDifference() {
    dev.pixelwatch.schemas.DistortionMap record = Maps.toRecord(IDENTITY, ramp());
    List<String> renamed = new ArrayList<>(record.getTypes());
    renamed.set(DistortionType.BLUR.ordinal(), "a type of the future");
    DistortionMap back =
        Maps.toMap(
            dev.pixelwatch.schemas.DistortionMap.newBuilder(record).setTypes(renamed).build());

    assertThat(back.meanIntensity(DistortionType.BLUR)).isZero();
  }

  @Test
  void aRecordWithTooFewValuesIsRefused() {
    dev.pixelwatch.schemas.DistortionMap record =
        dev.pixelwatch.schemas.DistortionMap.newBuilder(Maps.toRecord(IDENTITY, ramp()))
            .setRows(9)
            .build();

    assertThatThrownBy(() -> Maps.toMap(record)).hasMessageContaining("9 x 3");
  }
}
