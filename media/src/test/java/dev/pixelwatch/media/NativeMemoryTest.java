package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.Codec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Native memory that is not freed shows as growth of the process. One picture of 640 x 480 takes
 * 450 KiB, so that a single one lost per round adds 130 MiB. The Java heap has a fixed size here.
 */
class NativeMemoryTest {
  private static final int ROUNDS = 300;
  private static final long LIMIT = 60L << 20;
  private static final List<Picture> PICTURES = Scene.frames(640, 480, 2);

  @TempDir Path folder;

  @Test
  void readingVideosDoesNotGrowTheProcess() {
    Path file = Scene.write(folder.resolve("a.mkv"), PICTURES, Encoding.mpeg4(30));

    assertThat(growth(() -> readScaled(file))).isLessThan(LIMIT);
  }

  @Test
  void videosThatCannotBeReadDoNotGrowTheProcess() throws Exception {
    Path text = Files.writeString(folder.resolve("text.mp4"), "no video");

    assertThat(growth(() -> fail(text))).isLessThan(LIMIT);
  }

  @Test
  void writingVideosDoesNotGrowTheProcess() {
    Path file = folder.resolve("b.nut");
    Encoding rgb = Encoding.of("rawvideo", Map.of()).withPixelFormat("bgr0");

    assertThat(growth(() -> Scene.write(file, PICTURES, rgb))).isLessThan(LIMIT);
  }

  @Test
  void filteringDoesNotGrowTheProcess() {
    assertThat(growth(NativeMemoryTest::filter)).isLessThan(LIMIT);
  }

  @Test
  void liveInputsDoNotGrowTheProcess() {
    Path file = Scene.write(folder.resolve("c.mkv"), PICTURES, Encoding.mpeg4(30));
    LiveInput scaled =
        LiveInput.of(
            file.toString(),
            Optional.empty(),
            Optional.of(new PictureSize(320, 240)),
            Optional.of(FrameRate.of(1000)),
            Map.of());

    assertThat(growth(() -> readLive(scaled))).isLessThan(LIMIT);
  }

  @Test
  void stagesDoNotGrowTheProcess() {
    StageRecipe recipe = StageRecipe.parse("encode:mpeg4:bf=2");

    assertThat(growth(() -> run(recipe))).isLessThan(LIMIT);
  }

  @Test
  void codingDoesNotGrowTheProcess() {
    Codec codec = FfmpegCodec.available().get(1);

    assertThat(growth(() -> codec.roundTrip(PICTURES.get(0), 0.5))).isLessThan(LIMIT);
  }

  private static void readScaled(Path file) {
    try (VideoReader reader = VideoReader.open(file, 320, 240)) {
      reader.read();
    }
  }

  private static void readLive(LiveInput input) {
    try (LiveReader reader = LiveReader.open(input, said -> {})) {
      reader.read();
    }
  }

  private static void run(StageRecipe recipe) {
    try (Stage stage = recipe.start(PICTURES.get(0), Scene.RATE)) {
      stage.process(0, PICTURES.get(0));
      stage.process(1, PICTURES.get(1));
    }
  }

  private static void fail(Path file) {
    try (VideoReader reader = VideoReader.open(file)) {
      throw new AssertionError("opened as " + reader.info());
    } catch (UserError expected) {
      assertThat(expected).hasMessageContaining("not a video");
    }
  }

  private static void filter() {
    Picture like = PICTURES.get(0);
    try (FilterGraph graph =
        new FilterGraph(
            "gblur=sigma=1",
            like.width(),
            like.height(),
            Scene.RATE,
            like.matrix(),
            like.range())) {
      graph.apply(like);
      graph.apply(PICTURES.get(1));
    }
  }

  /** Growth of the process in bytes over many rounds, once it is warm. */
  private static long growth(Runnable round) {
    repeat(round, 50);
    long before = Pointer.physicalBytes();
    repeat(round, ROUNDS);
    return Pointer.physicalBytes() - before;
  }

  private static void repeat(Runnable round, int times) {
    for (int i = 0; i < times; i++) {
      round.run();
    }
  }
}
