package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pixelwatch.schemas.CodeRange;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.MatrixCoefficients;
import dev.pixelwatch.schemas.PixelFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PictureKeeperTest {
  private final History history = new History(HistoryLimits.standard());
  private final PictureKeeper keeper =
      new PictureKeeper(history, () -> true, new SimpleMeterRegistry());

  @AfterEach
  void close() {
    keeper.close();
  }

  @Test
  void ofABurstTheFirstAndTheLastPairAreKeptAndTheRestMakesRoom() {
    for (int i = 0; i < 200; i++) {
      tell("camera", i, Records.frame("camera", i, Records.grey(0.5f)));
    }

    await().until(() -> isKept("camera", 199));
    assertThat(history.stream("camera").orElseThrow().kept().all()).hasSizeLessThan(100);
  }

  @Test
  void bothPicturesAndTheMapOfAKeptFrameAreThere() {
    tell("camera", 7, Records.frame("camera", 7, Records.street(7)));

    await().until(() -> isKept("camera", 7));
    KeptFrame frame = history.stream("camera").orElseThrow().kept().at(7).orElseThrow();
    assertThat(frame.reference()).startsWith(0xff, 0xd8);
    assertThat(frame.processed()).startsWith(0xff, 0xd8);
    assertThat(frame.map().getFrameNumber()).isEqualTo(7);
  }

  @Test
  void aFrameThatCannotBeShownDoesNotStopThoseAfterIt() {
    Frame damaged =
        new Frame(
            "camera",
            "isp",
            "r42",
            1L,
            0L,
            Records.WIDTH,
            Records.HEIGHT,
            PixelFormat.I420,
            MatrixCoefficients.BT709,
            CodeRange.LIMITED,
            ByteBuffer.allocate(3));
    tell("camera", 1, damaged);

    tell("camera", 2, Records.frame("camera", 2, Records.grey(0.5f)));

    await().until(() -> isKept("camera", 2));
  }

  @Test
  void everyStreamHasItsTurn() {
    for (int i = 0; i < 20; i++) {
      for (String stream : new String[] {"a", "b", "c"}) {
        tell(stream, i, Records.frame(stream, i, Records.grey(0.5f)));
      }
    }

    await().until(() -> isKept("a", 19) && isKept("b", 19) && isKept("c", 19));
  }

  private void tell(String stream, long number, Frame frame) {
    keeper.scored(Records.score(stream, number, 0), Records.map(stream, number), frame, frame);
  }

  private boolean isKept(String stream, long frame) {
    return history.stream(stream).flatMap(found -> found.kept().at(frame)).isPresent();
  }
}
