package dev.pixelwatch.monitor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.DistortionMap;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionFinderTest {
  private static final int ROWS = 6;
  private static final int COLUMNS = 8;

  private final RegionFinder finder = new RegionFinder();

  /** A map of blur whose cells in the box have this byte; 127 is no difference. */
  private void add(long frame, int top, int left, int rows, int columns, int level) {
    byte[] values = new byte[ROWS * COLUMNS];
    Arrays.fill(values, (byte) 127);
    // The lower left corner is blurred all the time.
    values[(ROWS - 1) * COLUMNS] = (byte) 250;
    for (int row = top; row < top + rows; row++) {
      Arrays.fill(values, row * COLUMNS + left, row * COLUMNS + left + columns, (byte) level);
    }
    finder.add(
        new DistortionMap(
            "camera",
            "isp",
            "7",
            frame,
            0L,
            ROWS,
            COLUMNS,
            List.of("blur"),
            ByteBuffer.wrap(values)));
  }

  @Test
  void theBoxIsWhereTheTypeRoseAndNotWhereItAlwaysWas() {
    for (int frame = 0; frame < 20; frame++) {
      add(frame, 1, 2, 2, 3, frame < 10 ? 127 : 200);
    }

    assertThat(finder.find("blur", 1, 10, 128, 96)).isEqualTo(new Box(32, 16, 48, 32));
  }

  @Test
  void aBoxAtTheEdgeEndsWithThePicture() {
    for (int frame = 0; frame < 20; frame++) {
      add(frame, 0, 6, 2, 2, frame < 10 ? 127 : 60);
    }

    assertThat(finder.find("blur", -1, 10, 120, 90)).isEqualTo(new Box(96, 0, 24, 32));
  }

  @Test
  void withoutMapsThereIsNoBox() {
    assertThat(finder.find("blur", 1, 0, 128, 96)).isNull();
  }
}
