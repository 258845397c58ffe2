package dev.pixelwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanCacheTest {
  private static final PlanKey KEY = key("NVIDIA H200 (9.0)");
  private static final byte[] PLAN = {10, 20, '\n', 0, -1, '\n'};

  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();
  private PlanCache cache;

  private static PlanKey key(String gpu) {
    return new PlanKey(
        new ModelInfo("live", "ab".repeat(32)), "ef", "11.2.1", gpu, 64, 48, Precision.FP16);
  }

  @BeforeEach
  void open() {
    cache = new PlanCache(folder.resolve("plans"), notices::add);
  }

  @Test
  void nothingIsFoundAtFirst() {
    assertThat(cache.find(KEY)).isEmpty();
    assertThat(notices).isEmpty();
  }

  @Test
  void whatWasStoredIsFoundAgain() {
    cache.store(KEY, PLAN);

    assertThat(cache.find(KEY)).hasValue(PLAN);
    assertThat(notices).isEmpty();
  }

  @Test
  void theLastPlanOfAKeyCounts() {
    cache.store(KEY, new byte[] {1});
    cache.store(KEY, PLAN);

    assertThat(cache.find(KEY)).hasValue(PLAN);
  }

  @Test
  void nothingIsLeftBesideThePlans() throws IOException {
    cache.store(KEY, PLAN);

    try (var files = Files.list(folder.resolve("plans"))) {
      assertThat(files).containsExactly(stored());
    }
  }

  @Test
  void aPlanOfAnotherGpuIsNotUsedUnderThisName() throws IOException {
    PlanKey other = key("NVIDIA Thor (11.0)");
    cache.store(other, PLAN);
    Files.move(folder.resolve("plans").resolve(other.fileName()), stored());

    assertThat(cache.find(KEY)).isEmpty();
    assertThat(notices).singleElement().asString().contains("damaged or foreign");
  }

  @Test
  void aDamagedPlanIsNotUsed() throws IOException {
    cache.store(KEY, PLAN);
    byte[] bytes = Files.readAllBytes(stored());
    bytes[bytes.length - 2] ^= 1;
    Files.write(stored(), bytes);

    assertThat(cache.find(KEY)).isEmpty();
    assertThat(notices).singleElement().asString().contains(stored().toString());
  }

  @Test
  void aPlanThatEndsEarlyIsNotUsedWhereverItEnds() throws IOException {
    cache.store(KEY, PLAN);
    byte[] bytes = Files.readAllBytes(stored());

    for (int length = 0; length < bytes.length; length++) {
      Files.write(stored(), Arrays.copyOf(bytes, length));
      assertThat(cache.find(KEY)).as("%d bytes", length).isEmpty();
    }
  }

  @Test
  void aPlanIsBuiltAndUsedWhereItCannotBeKept() throws IOException {
    Files.write(folder.resolve("plans"), new byte[0]);

    cache.store(KEY, PLAN);

    assertThat(notices)
        .singleElement()
        .asString()
        .contains("cannot be kept in " + folder.resolve("plans"));
    assertThat(cache.find(KEY)).isEmpty();
  }

  private Path stored() {
    return folder.resolve("plans").resolve(KEY.fileName());
  }
}
