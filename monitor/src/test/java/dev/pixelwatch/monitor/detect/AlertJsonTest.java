package dev.pixelwatch.monitor.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertJsonTest {
  private static final Alert ALERT =
      new Alert(
          "camera-1/regression/noise/120",
          "camera-1",
          "isp",
          "7",
          AlertKind.REGRESSION.id(),
          "noise",
          1,
          120,
          4_000_000,
          null,
          null,
          0.02,
          0.14,
          new Box(16, 32, 160, 96),
          List.of(121L, 130L),
          "More luma noise than before.");

  @Test
  void anAlertReadsAsItWasWritten() {
    assertThat(AlertJson.decode(AlertJson.encode(ALERT))).isEqualTo(ALERT);
  }

  @Test
  void namesAndOrderAreThoseOfTheContract() {
    assertThat(new String(AlertJson.encode(ALERT), UTF_8))
        .isEqualTo(
            "{\"id\":\"camera-1/regression/noise/120\",\"stream\":\"camera-1\",\"stage\":\"isp\","
                + "\"build\":\"7\",\"kind\":\"regression\",\"type\":\"noise\",\"direction\":1,"
                + "\"opened_frame\":120,\"opened_time_us\":4000000,\"closed_frame\":null,"
                + "\"closed_time_us\":null,\"baseline\":0.02,\"current\":0.14,"
                + "\"box\":{\"x\":16,\"y\":32,\"width\":160,\"height\":96},"
                + "\"evidence_frames\":[121,130],\"message\":\"More luma noise than before.\"}");
  }

  @Test
  void aFieldFromALaterVersionIsLeftOut() {
    String later = "{\"id\":\"a\",\"stream\":\"s\",\"kind\":\"new\",\"weather\":\"rain\"}";

    assertThat(AlertJson.decode(later.getBytes(UTF_8)).isOpen()).isTrue();
  }

  @Test
  void whatIsNoAlertIsRefused() {
    for (String text : List.of("", "garbage", "null", "[]", "{}")) {
      assertThatThrownBy(() -> AlertJson.decode(text.getBytes(UTF_8)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
