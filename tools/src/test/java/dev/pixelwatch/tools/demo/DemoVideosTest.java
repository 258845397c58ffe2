package dev.pixelwatch.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.tools.watch.FramePair;
import dev.pixelwatch.tools.watch.VideoPair;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoVideosTest {
  @TempDir Path folder;

  @Test
  void framesDifferDuringAFaultAndAreTheSameOutsideIt() {
    FaultPlan plan = FaultPlan.of(8, 3);
    Set<Long> different = new HashSet<>();

    DemoVideos videos = DemoVideos.make(plan, folder, done -> {});

    long frames = 0;
    try (VideoPair pair = VideoPair.open(videos.reference(), videos.processed(), false)) {
      for (Optional<FramePair> f = pair.next(); f.isPresent(); f = pair.next()) {
        frames++;
        if (!f.get().reference().equals(f.get().processed())) {
          different.add(f.get().number());
        }
      }
    }
    assertThat(frames).isEqualTo(plan.frames());
    for (long frame = 0; frame < frames; frame++) {
      assertThat(different.contains(frame)).as("frame " + frame).isEqualTo(isFaulty(plan, frame));
    }
  }

  @Test
  void thePlanHasAtLeastSixKindsOfFaultThatDoNotOverlap() {
    FaultPlan plan = FaultPlan.standard();

    assertThat(plan.faults().stream().map(Fault::type).distinct().count())
        .isGreaterThanOrEqualTo(6);
    for (int i = 1; i < plan.faults().size(); i++) {
      assertThat(plan.faults().get(i).from()).isGreaterThan(plan.faults().get(i - 1).to());
    }
  }

  private static boolean isFaulty(FaultPlan plan, long frame) {
    return plan.faults().stream().anyMatch(f -> f.from() <= frame && frame < f.to());
  }
}
