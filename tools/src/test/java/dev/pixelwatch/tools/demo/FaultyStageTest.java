package dev.pixelwatch.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.tools.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FaultyStageTest {
  private static final List<Picture> STREET = Clips.street(96, 64, 5);

  @TempDir Path folder;

  static Stream<Fault> faults() {
    return FaultPlan.standard().faults().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void everyFaultChangesEveryFrameAndLosesNone(Fault fault) {
    List<Picture> faulty = fault.stage().apply(STREET, FaultPlan.RATE);

    assertThat(faulty).hasSameSizeAs(STREET);
    for (int i = 0; i < STREET.size(); i++) {
      assertThat(faulty.get(i).sameSizeAs(STREET.get(i))).isTrue();
      assertThat(faulty.get(i)).as("frame " + i).isNotEqualTo(STREET.get(i));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void theSameFaultLooksTheSameAgain(Fault fault) {
    assertThat(fault.stage().apply(STREET, FaultPlan.RATE))
        .isEqualTo(fault.stage().apply(STREET, FaultPlan.RATE));
  }

  @Test
  void aLosslessEncoderGivesEveryFrameBackInItsOrder() {
    assertThat(FaultyStage.encoder(Encoding.lossless()).apply(STREET, FaultPlan.RATE))
        .isEqualTo(STREET);
  }

  @Test
  void theFaultsLastLongEnoughToBeSeenAndEndBeforeTheVideo() {
    FaultPlan plan = FaultPlan.standard();
    double second = FaultPlan.RATE.perSecond();

    assertThat(plan.faults())
        .allSatisfy(fault -> assertThat(fault.to() - fault.from()).isGreaterThan((long) second));
    assertThat(plan.faults().get(0).from()).isPositive();
    assertThat(plan.faults().get(plan.faults().size() - 1).to()).isLessThan(plan.frames());
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedBeforeAnythingIsFilmed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatThrownBy(
            () -> DemoVideos.make(FaultPlan.standard(), file.resolve("demo"), done -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file.resolve("demo").toString());
  }
}
