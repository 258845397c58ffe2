package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.StreamState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private final History history = new History(limits(Duration.ofHours(1)));

  private static HistoryLimits limits(Duration idle) {
    return new HistoryLimits(3, idle, 100, 10, 5, 10_000_000);
  }

  @Test
  void outcomesAreCountedByTheirKind() {
    history.add(Records.settled("camera", 1, OutcomeKind.SCORED));
    history.add(Records.settled("camera", 2, OutcomeKind.SKIPPED));
    history.add(Records.settled("camera", 3, OutcomeKind.SKIPPED));

    StreamView view = view("camera");
    assertThat(view.count(OutcomeKind.SCORED)).isEqualTo(1);
    assertThat(view.count(OutcomeKind.SKIPPED)).isEqualTo(2);
    assertThat(view.count(OutcomeKind.LOST)).isZero();
  }

  @Test
  void theNewestScoreIsThatOfTheHighestFrameEvenIfAnotherComesLater() {
    history.add(Records.scored("camera", 8, -5));
    history.add(Records.scored("camera", 7, -1));

    assertThat(view("camera").last().getScore()).isEqualTo(-5);
  }

  @Test
  void aStreamThatBeginsAnewForgetsItsLastRun() {
    for (int i = 0; i < 50; i++) {
      history.add(Records.scored("camera", 900_000 + i, -5));
    }
    history.add("camera", Records.kept(900_000, 10));

    history.add(Records.scored("camera", 0, -1));

    assertThat(stream("camera").since(0, 100).frames()).containsExactly(0);
    assertThat(stream("camera").kept().all()).isEmpty();
    assertThat(view("camera").last().getFrameNumber()).isZero();
  }

  @Test
  void aStreamThatBeginsAnewAtTheNumberOfItsFirstFrameForgetsItsLastRun() {
    for (int i = 0; i < 40; i++) {
      history.add(Records.scored("camera", 10 * i, -5));
    }

    history.add(Records.scored("camera", 0, -1));

    assertThat(stream("camera").since(0, 100).frames()).containsExactly(0);
    assertThat(view("camera").last().getScore()).isEqualTo(-1);
  }

  @Test
  void whatComesLateAfterATakeoverIsNoNewRun() {
    for (int i = 0; i < 40; i++) {
      history.add(Records.scored("camera", 10 * i, -5));
    }

    history.add(Records.scored("camera", 11, -1));

    assertThat(stream("camera").since(0, 100).frames()).hasSize(41);
    assertThat(view("camera").last().getFrameNumber()).isEqualTo(390);
  }

  @Test
  void streamsBeyondTheLimitAreLeftOut() {
    for (String name : List.of("a", "b", "c", "d")) {
      history.add(Records.scored(name, 1, 0));
    }

    assertThat(history.streams()).extracting(StreamHistory::stream).containsExactly("a", "b", "c");
    assertThat(history.stream("d")).isEmpty();
  }

  @Test
  void theStreamOfWhichNothingHasComeForLongestMakesRoom() {
    History briefly = new History(limits(Duration.ZERO));
    List<String> forgotten = new ArrayList<>();
    briefly.onForgotten(forgotten::add);
    for (String name : List.of("a", "b", "c", "a")) {
      briefly.add(Records.settled(name, 1, OutcomeKind.SCORED));
    }
    briefly.add(new Result.Alerted(Records.alert("x", "b", 1, null)));

    briefly.add(Records.scored("d", 1, 0));

    assertThat(briefly.streams()).extracting(StreamHistory::stream).containsExactly("a", "c", "d");
    assertThat(briefly.alerts().since(0)).isEmpty();
    assertThat(forgotten).containsExactly("b");
  }

  @Test
  void picturesOfManyStreamsShareTheBytes() {
    for (String name : List.of("a", "b")) {
      history.add(Records.scored(name, 0, 0));
      for (int i = 0; i < 9; i++) {
        history.add(name, Records.kept(i, 1_000_000));
      }
    }

    long bytes = history.streams().stream().mapToLong(s -> s.kept().bytes()).sum();
    assertThat(bytes).isLessThanOrEqualTo(10_000_000);
    assertThat(history.stream("a").orElseThrow().kept().all()).hasSizeGreaterThan(2);
  }

  @Test
  void withoutPicturesTheMapIsKept() {
    history.add(new Result.Mapped(Records.map("camera", 4)));

    KeptFrame frame = stream("camera").kept().at(4).orElseThrow();
    assertThat(frame.hasPictures()).isFalse();
  }

  @Test
  void whereThisProcessHasPicturesMapsAloneAreNotKept() {
    history.add("camera", Records.kept(4, 10));

    history.add(new Result.Mapped(Records.map("camera", 5)));

    assertThat(stream("camera").kept().at(5)).isEmpty();
  }

  @Test
  void picturesOlderThanAllScoresAreForgotten() {
    history.add("camera", Records.kept(0, 10));
    for (int i = 0; i < 150; i++) {
      history.add(Records.scored("camera", i, 0));
    }

    history.add("camera", Records.kept(140, 10));

    assertThat(stream("camera").kept().all()).extracting(KeptFrame::number).containsExactly(140L);
  }

  @Test
  void theStateOfACaptureIsKept() {
    history.add(Records.stated("camera", StreamState.REFERENCE_LOST));

    assertThat(view("camera").status().getState()).isEqualTo(StreamState.REFERENCE_LOST);
    assertThat(view("camera").last()).isNull();
  }

  @Test
  void anAlertIsKeptAsItWasSentLastAndIsNewOnlyOnce() {
    List<Alert> fresh = new ArrayList<>();
    history.onNewAlert(fresh::add);

    history.add(new Result.Alerted(Records.alert("x", "camera", 10, null)));
    history.add(new Result.Alerted(Records.alert("x", "camera", 10, 20L)));

    assertThat(fresh).hasSize(1);
    assertThat(history.alerts().since(0)).extracting(Alert::isOpen).containsExactly(false);
  }

  @Test
  void anAlertThatWasOpenBeforeTheStartIsToldWithItsStreamAndIsNotNew() {
    List<Alert> fresh = new ArrayList<>();
    history.onNewAlert(fresh::add);
    history.recall(Records.alert("over", "camera", 10, null));
    history.recall(Records.alert("over", "camera", 10, 20L));
    history.recall(Records.alert("open", "camera", 30, null));
    history.recall(Records.alert("retired", "other", 40, null));
    assertThat(history.alerts().since(0)).isEmpty();

    history.add(Records.scored("camera", 31, 0));
    assertThat(history.alerts().since(0)).extracting(Alert::id).containsExactly("open");
    history.add(new Result.Alerted(Records.alert("open", "camera", 30, 50L)));

    assertThat(history.alerts().since(0)).extracting(Alert::isOpen).containsExactly(false);
    assertThat(fresh).isEmpty();
  }

  @Test
  void theEndOfAnAlertIsNoOpening() {
    List<Alert> fresh = new ArrayList<>();
    history.onNewAlert(fresh::add);

    history.add(new Result.Alerted(Records.alert("x", "camera", 10, 20L)));

    assertThat(fresh).isEmpty();
    assertThat(history.alerts().since(0)).hasSize(1);
  }

  @Test
  void whenThereAreTooManyAlertsAClosedOneGoesFirst() {
    history.add(new Result.Alerted(Records.alert("open", "camera", 1, null)));
    history.add(new Result.Alerted(Records.alert("closed", "camera", 2, 3L)));
    for (int i = 0; i < 4; i++) {
      history.add(new Result.Alerted(Records.alert("new" + i, "camera", 10 + i, null)));
    }

    assertThat(history.alerts().since(0))
        .extracting(Alert::id)
        .containsExactly("open", "new0", "new1", "new2", "new3");
  }

  private StreamHistory stream(String name) {
    return history.stream(name).orElseThrow();
  }

  private StreamView view(String name) {
    return history.view(stream(name));
  }
}
