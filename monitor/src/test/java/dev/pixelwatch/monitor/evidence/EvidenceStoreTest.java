package dev.pixelwatch.monitor.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.Maps;
import dev.pixelwatch.monitor.Pictures;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Score;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceStoreTest {
  @TempDir private Path folder;

  private static void score(EvidenceStore store, long number) {
    FrameIdentity identity = new FrameIdentity("camera", "isp", "7", number, 40_000 * number);
    byte[] luma = new byte[64 * 48];
    byte[] chroma = new byte[32 * 24];
    Arrays.fill(luma, (byte) 100);
    Arrays.fill(chroma, (byte) 128);
    Frame frame =
        Pictures.toFrame(
            identity,
            new Picture(64, 48, luma, chroma, chroma, ColourMatrix.BT709, ColourRange.LIMITED));
    float[] values = new float[DistortionType.COUNT * 12];
    Arrays.fill(values, 0.6f);
    Score score =
        new Score(
            "camera",
            "isp",
            "7",
            number,
            40_000 * number,
            -5.0,
            Collections.nCopies(DistortionType.COUNT, 0.2f),
            64,
            48,
            "live",
            "0",
            "here",
            1L,
            0L,
            ByteBuffer.allocate(0),
            ByteBuffer.allocate(0));
    store.scored(
        score,
        Maps.toRecord(identity, new dev.pixelwatch.core.DistortionMap(3, 4, values)),
        frame,
        frame);
  }

  private static Alert alert(int number) {
    return new Alert(
        "camera/regression/blur/10-" + number,
        "camera",
        "isp",
        "7",
        "regression",
        "blur",
        1,
        10,
        400_000,
        null,
        null,
        0.0,
        0.3,
        null,
        List.of(12L),
        "Less sharp.");
  }

  private List<String> files(int number) throws IOException {
    Path own = folder.resolve(EvidenceStore.folderName(alert(number).id()));
    if (!Files.isDirectory(own)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(own)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void anAlertHasItsPicturesBesideIt() throws IOException {
    try (EvidenceStore store = new EvidenceStore(folder, 1 << 20)) {
      score(store, 12);
      store.alerted(alert(1));
    }

    assertThat(files(1))
        .containsExactly(
            "alert.json",
            "frame-000012-blur.png",
            "frame-000012-processed.jpg",
            "frame-000012-reference.jpg");
    Path own = folder.resolve(EvidenceStore.folderName(alert(1).id()));
    assertThat(ImageIO.read(own.resolve("frame-000012-processed.jpg").toFile()).getWidth())
        .isEqualTo(64);
  }

  @Test
  void theOldestEvidenceGoesFirst() throws IOException {
    try (EvidenceStore store = new EvidenceStore(folder, 2_000)) {
      for (int number = 1; number <= 20; number++) {
        store.alerted(alert(number));
      }
    }

    assertThat(files(1)).isEmpty();
    assertThat(files(20)).containsExactly("alert.json");
  }

  @Test
  void whereNothingCanBeWrittenScoringGoesOn() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatCode(
            () -> {
              try (EvidenceStore store = new EvidenceStore(file, 1 << 20)) {
                score(store, 12);
                store.alerted(alert(1));
              }
            })
        .doesNotThrowAnyException();
    assertThat(file).hasContent("in the way");
  }

  @Test
  void noNameOfAStreamLeavesTheFolder() {
    assertThat(EvidenceStore.folderName("../../etc/regression")).isEqualTo("______etc_regression");
  }
}
