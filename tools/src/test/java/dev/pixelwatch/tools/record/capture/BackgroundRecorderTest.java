package dev.pixelwatch.tools.record.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class BackgroundRecorderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private BackgroundRecorder recorder(BiConsumer<BooleanSupplier, Consumer<RecordNews>> recording) {
    return new BackgroundRecorder(
        recording, new RecordingTarget(Path.of("night"), "test", said::add), PATIENCE);
  }

  private static RecordNews news(long records) {
    return new RecordNews(Map.of("scores", records), 0, 0, Duration.ZERO);
  }

  @Test
  void whatIsLeftAtTheEndIsRecordedHoweverLongItTakes() {
    BackgroundRecorder recorder =
        recorder(
            (stop, news) -> {
              for (long record = 1; record <= 20; record++) {
                await(200);
                news.accept(news(record));
              }
              ended.countDown();
            });

    recorder.close();

    assertThat(ended.getCount()).isZero();
    assertThat(said).singleElement().asString().contains("into night what is left");
  }

  @Test
  void aRecordingThatGoesNoFurtherIsToldAsCutOff() {
    BackgroundRecorder recorder =
        recorder(
            (stop, news) -> {
              while (await(50)) {
                news.accept(news(7));
              }
            });

    assertThatThrownBy(recorder::close)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("night goes no further");
    ended.countDown();
  }

  @Test
  void anErrorOfTheMachineIsNotLost() {
    OutOfMemoryError error = new OutOfMemoryError("heap");
    BackgroundRecorder recorder =
        recorder(
            (stop, news) -> {
              throw error;
            });

    assertThatThrownBy(recorder::close).hasRootCause(error);
    assertThat(recorder.hasFailed()).isTrue();
  }

  @Test
  void anEndThatComesAtOnceNeedsNoWords() {
    recorder((stop, news) -> {}).close();

    assertThat(said).isEmpty();
  }

  /** Waits, unless the test is over; gives whether it is not. */
  private boolean await(long millis) {
    try {
      return !ended.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
