package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KeptFramesTest {
  private static final long PLENTY = 1L << 30;

  @Test
  void theNumberOfFramesIsBounded() {
    KeptFrames kept = new KeptFrames(20, () -> PLENTY);

    fill(kept, 5000);

    assertThat(kept.all()).hasSize(20);
  }

  @Test
  void theBytesAreBounded() {
    long limit = 10 * Records.kept(0, 50_000).bytes();
    KeptFrames kept = new KeptFrames(1000, () -> limit);

    for (int i = 0; i < 200; i++) {
      kept.add(Records.kept(i, 50_000));
      assertThat(kept.bytes()).isLessThanOrEqualTo(limit);
    }
    assertThat(kept.all()).hasSize(10);
  }

  @Test
  void theLastFramesStayDenseAndOthersReachBackToTheFirst() {
    KeptFrames kept = new KeptFrames(60, () -> PLENTY);

    fill(kept, 5000);

    List<Long> numbers = numbers(kept);
    assertThat(numbers.get(0)).isZero();
    assertThat(numbers).endsWith(4998L, 4999L);
    assertThat(numbers.stream().filter(n -> n >= 4900)).hasSizeGreaterThan(10);
    assertThat(numbers.stream().filter(n -> n < 2500)).hasSizeGreaterThan(3);
    assertThat(largestStep(numbers)).isLessThan(1500);
  }

  @Test
  void aFrameThatSomebodyWillWantToSeeStays() {
    KeptFrames kept = new KeptFrames(20, () -> PLENTY);
    fill(kept, 103);
    long nearest = numbers(kept).get(numbers(kept).size() - 2);

    kept.pin(nearest);
    for (int i = 103; i < 5000; i++) {
      kept.add(Records.kept(i, 10));
    }

    assertThat(numbers(kept)).contains(nearest).hasSize(20);
  }

  @Test
  void framesThatComeLateAreSortedInAndARepeatedOneIsReplaced() {
    KeptFrames kept = new KeptFrames(20, () -> PLENTY);

    kept.add(Records.kept(3, 10));
    kept.add(Records.kept(1, 10));
    kept.add(Records.kept(2, 10));
    kept.add(Records.kept(2, 99));

    assertThat(numbers(kept)).containsExactly(1L, 2L, 3L);
    assertThat(kept.at(2).orElseThrow().reference()).hasSize(99);
    assertThat(kept.at(7)).isEmpty();
    assertThat(kept.bytes()).isEqualTo(kept.all().stream().mapToLong(KeptFrame::bytes).sum());
  }

  @Test
  void oldFramesGoTogetherButTheNewestStays() {
    KeptFrames kept = new KeptFrames(20, () -> PLENTY);
    fill(kept, 10);

    kept.dropBefore(7);
    assertThat(numbers(kept)).containsExactly(7L, 8L, 9L);

    kept.dropBefore(1000);
    assertThat(numbers(kept)).containsExactly(9L);
  }

  private static void fill(KeptFrames kept, int count) {
    for (int i = 0; i < count; i++) {
      kept.add(Records.kept(i, 10));
    }
  }

  private static List<Long> numbers(KeptFrames kept) {
    return kept.all().stream().map(KeptFrame::number).toList();
  }

  private static long largestStep(List<Long> numbers) {
    long largest = 0;
    for (int i = 1; i < numbers.size(); i++) {
      largest = Math.max(largest, numbers.get(i) - numbers.get(i - 1));
    }
    return largest;
  }
}
