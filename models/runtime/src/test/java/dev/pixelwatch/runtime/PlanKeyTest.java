package dev.pixelwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanKeyTest {
  private static final ModelInfo LIVE = new ModelInfo("live", "ab".repeat(32));
  private static final String EDITION = "ef".repeat(32);
  private static final PlanKey KEY =
      new PlanKey(LIVE, EDITION, "11.2.1", "NVIDIA H200 (9.0)", 1920, 1088, Precision.FP16);

  @Test
  void theNameOfTheFileSaysWhatItIsFor() {
    assertThat(KEY.fileName()).matches("live-1920x1088-fp16-[0-9a-f]{12}\\.plan");
  }

  @Test
  void theSameKeyGivesTheSameFile() {
    assertThat(
            new PlanKey(LIVE, EDITION, "11.2.1", "NVIDIA H200 (9.0)", 1920, 1088, Precision.FP16)
                .fileName())
        .isEqualTo(KEY.fileName());
  }

  @Test
  void everythingThatAPlanDependsOnGivesAnotherFile() {
    ModelInfo retrained = new ModelInfo("live", "cd".repeat(32));
    String gpu = KEY.gpu();

    assertThat(
            List.of(
                KEY,
                new PlanKey(LIVE, "01".repeat(32), "11.2.1", gpu, 1920, 1088, Precision.FP16),
                new PlanKey(retrained, EDITION, "11.2.1", gpu, 1920, 1088, Precision.FP16),
                new PlanKey(LIVE, EDITION, "11.3.0", gpu, 1920, 1088, Precision.FP16),
                new PlanKey(
                    LIVE, EDITION, "11.2.1", "NVIDIA Thor (11.0)", 1920, 1088, Precision.FP16),
                new PlanKey(LIVE, EDITION, "11.2.1", gpu, 1088, 1920, Precision.FP16),
                new PlanKey(LIVE, EDITION, "11.2.1", gpu, 1920, 1088, Precision.FP32)))
        .extracting(PlanKey::fileName)
        .doesNotHaveDuplicates();
  }

  @Test
  void aNameThatIsNoFileNameBecomesOne() {
    ModelInfo odd = new ModelInfo("../My Network", "ab".repeat(32));

    assertThat(new PlanKey(odd, EDITION, "11.2.1", "GPU", 64, 64, Precision.FP32).fileName())
        .startsWith("_my_network-64x64-fp32-");
  }
}
