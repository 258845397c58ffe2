package dev.pixelwatch.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
  private static final Frame FRAME =
      new Frame(
          "camera",
          "isp",
          "7",
          42L,
          1_680_000L,
          4,
          2,
          PixelFormat.I420,
          MatrixCoefficients.BT709,
          CodeRange.LIMITED,
          ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));

  @Test
  void aFrameComesBackAsItWas() {
    assertThat(Records.FRAME.decode(Records.FRAME.encode(FRAME))).isEqualTo(FRAME);
  }

  @Test
  void theSameFrameCanBeEncodedTwice() {
    assertThat(Records.FRAME.encode(FRAME)).isEqualTo(Records.FRAME.encode(FRAME));
  }

  @Test
  void thePayloadEndsTheBytes() {
    byte[] bytes = Records.FRAME.encode(FRAME);

    assertThat(bytes).endsWith(FRAME.getPayload().array());
  }

  @Test
  void planesBecomeOnePayload() {
    Frame empty =
        new Frame(
            "camera",
            "isp",
            "7",
            42L,
            1_680_000L,
            4,
            2,
            PixelFormat.I420,
            MatrixCoefficients.BT709,
            CodeRange.LIMITED,
            ByteBuffer.allocate(0));
    byte[] luma = {1, 2, 3, 4, 5, 6, 7, 8};

    assertThat(Records.encodeFrame(empty, luma, new byte[] {9, 10}, new byte[] {11, 12}))
        .isEqualTo(Records.FRAME.encode(FRAME));
    assertThat(Records.FRAME.decode(Records.encodeFrame(empty)).getPayload().hasRemaining())
        .isFalse();
    assertThatThrownBy(() -> Records.encodeFrame(FRAME, luma))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyReaderOfAvroSingleObjectsUnderstandsUs() throws IOException {
    BinaryMessageDecoder<Frame> avro =
        new BinaryMessageDecoder<>(SpecificData.getForClass(Frame.class), Frame.getClassSchema());

    assertThat(avro.decode(Records.FRAME.encode(FRAME))).isEqualTo(FRAME);
  }

  @Test
  void bytesWithoutTheMarkerAreRefused() {
    assertThatThrownBy(() -> Records.FRAME.decode(new byte[] {1, 2, 3}))
        .isInstanceOf(UndecodableRecordException.class)
        .hasMessageContaining("Frame not decodable");
  }

  @Test
  void nothingIsRefused() {
    assertThatThrownBy(() -> Records.FRAME.decode(null))
        .isInstanceOf(UndecodableRecordException.class);
  }

  @Test
  void anotherRecordIsRefusedWithItsFingerprint() {
    byte[] frame = Records.FRAME.encode(FRAME);

    assertThatThrownBy(() -> Records.OUTCOME.decode(frame))
        .isInstanceOf(UndecodableRecordException.class)
        .hasMessageContaining("Outcome not decodable")
        .hasMessageContaining("fingerprint");
  }

  @Test
  void bytesThatFollowTheRecordAreRefused() {
    byte[] bytes = Records.FRAME.encode(FRAME);

    assertThatThrownBy(() -> Records.FRAME.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(UndecodableRecordException.class)
        .hasMessageContaining("follow");
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] bytes = Records.FRAME.encode(FRAME);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Records.FRAME.decode(cut))
          .isInstanceOf(UndecodableRecordException.class);
    }
  }

  @Test
  void aDamagedRecordIsEitherDecodedOrRefusedAndNeverTakesTheMemory() {
    byte[] bytes = Records.FRAME.encode(FRAME);
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = bytes.clone();
      for (int n = 0; n < 6; n++) {
        damaged[10 + random.nextInt(bytes.length - 10)] = (byte) random.nextInt(256);
      }
      try {
        Records.FRAME.decode(damaged);
      } catch (UndecodableRecordException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aClaimOfTwoGibibytesIsRefusedBeforeItIsBelieved() {
    byte[] bytes = Records.FRAME.encode(FRAME);
    int lengthAt = bytes.length - 13;
    byte[] claim =
        ByteBuffer.allocate(lengthAt + 5)
            .put(bytes, 0, lengthAt)
            .put(new byte[] {(byte) 0xF0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F})
            .array();

    long before = allocatedBytes();
    assertThatThrownBy(() -> Records.FRAME.decode(claim))
        .isInstanceOf(UndecodableRecordException.class);
    assertThat(allocatedBytes() - before).isLessThan(64 << 20);
  }

  private static long allocatedBytes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
