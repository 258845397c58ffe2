package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Records;
import java.util.Arrays;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies on a topic is a frame or undecodable; nothing else may stop the stream. */
class DamagedFrameTest {
  private static final Deserializer<Frame> FRAMES = RecordSerde.frames();
  private static final byte[] WHOLE =
      Records.FRAME.encode(
          Pictures.toFrame(TestFrames.identity("camera", 123_456), TestFrames.grey(40, 6, 4)));

  @Test
  void aFrameThatIsCutOffAnywhereIsUndecodable() {
    assertThat(FRAMES.deserialize("frames", WHOLE).getFrameNumber()).isEqualTo(123_456);
    for (int length = 0; length < WHOLE.length; length++) {
      byte[] cut = Arrays.copyOf(WHOLE, length);

      assertThatThrownBy(() -> FRAMES.deserialize("frames", cut))
          .as("%d bytes", length)
          .isInstanceOf(SerializationException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bytesThatChangedOnTheWayGiveAFrameOrAreUndecodable(long seed) {
    Random random = new Random(seed);
    int undecodable = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = WHOLE.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(FRAMES.deserialize("frames", damaged).getStream()).isNotEmpty();
      } catch (SerializationException expected) {
        undecodable++;
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
    assertThat(undecodable).isPositive();
  }
}
