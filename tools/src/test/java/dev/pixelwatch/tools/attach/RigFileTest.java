package dev.pixelwatch.tools.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.media.PictureSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RigFileTest {
  private static final String GOOD =
      """
      # A rig of two
      streams:
        - stream: cam1
          stage: isp
          build: 7.1
          reference:
            uri: /dev/video0
            format: v4l2
            size: 1280x720
            fps: 30000/1001
            options: {input_format: mjpeg, pixel_format: yuv420p}
          processed: rtsp://10.0.0.2/isp
          align: time
          tolerance: 15
        - stream: codec
          source: scene.mp4
          through: encode:libopenh264:b=1M
      """;

  @TempDir Path folder;

  private List<StreamSpec> read(String text) throws IOException {
    return RigFile.read(Files.writeString(folder.resolve("rig.yaml"), text));
  }

  @Test
  void everythingThatStandsThereIsUnderstood() throws IOException {
    StreamSpec camera = read(GOOD).get(0);

    assertThat(camera.stream()).isEqualTo("cam1");
    assertThat(camera.build()).isEqualTo("7.1");
    assertThat(camera.reference().uri()).isEqualTo("/dev/video0");
    assertThat(camera.reference().format()).contains("v4l2");
    assertThat(camera.reference().size()).contains(new PictureSize(1280, 720));
    assertThat(camera.reference().frameRate()).contains(new FrameRate(30000, 1001));
    assertThat(camera.reference().options()).containsEntry("input_format", "mjpeg").hasSize(2);
    assertThat(camera.processed().orElseThrow().uri()).isEqualTo("rtsp://10.0.0.2/isp");
    assertThat(camera.alignBy()).isEqualTo(AlignBy.TIME);
    assertThat(camera.tolerance()).contains(Duration.ofMillis(15));
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws IOException {
    StreamSpec codec = read(GOOD).get(1);

    assertThat(codec.stage()).isEqualTo("stage");
    assertThat(codec.build()).isEqualTo("unknown");
    assertThat(codec.alignBy()).isEqualTo(AlignBy.NUMBER);
    assertThat(codec.through().orElseThrow()).hasToString("encode:libopenh264:b=1M");
  }

  /** Each mistake is made by replacing a part of the good file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "stream: codec | stream: cam1 | line 15: stream 'cam1' is listed in line 3 already",
        "stage: isp | stag: isp | line 4: stag is no key of a stream",
        "align: time | align: magic | line 13: align is 'magic', which is none of",
        "tolerance: 15 | tolerance: soon | line 14: tolerance is 'soon'",
        "size: 1280x720 | size: HD | line 7: 'HD' is not a frame size",
        "fps: 30000/1001 | fps: fast | line 7: 'fast' is not a frame rate",
        "uri: /dev/video0 | url: x | line 7: url is no key of an input",
        "source: scene.mp4 | stage: x | line 15: it is not clear what to attach to",
        "- stream: codec | - build: 1 | line 15: streams has no stream",
        "encode:libopenh264 | encode:nope | line 15: FFmpeg has no encoder 'nope'",
        "build: 7.1 | stage: 2 | line 5: stage stands here twice",
        "streams: | stream: | line 2: stream is no key here",
        "align: time | align: | line 13: align needs one value",
        "stage: isp | stage: [isp | line 5: this is no YAML",
      })
  void aMistakeIsToldWithFileAndLine(String right, String wrong, String words) {
    String text = GOOD.replace(right, wrong);

    assertThat(text).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(folder.resolve("rig.yaml") + ", " + words);
  }

  @Test
  void aFileWithoutStreamsIsRefused() {
    assertThatThrownBy(() -> read("streams: []"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("lists no stream");
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("lists no stream");
    assertThatThrownBy(() -> RigFile.read(folder.resolve("missing.yaml")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("missing.yaml");
  }
}
