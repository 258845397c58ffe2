package dev.pixelwatch.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.doctor.Doctor.Examination;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DoctorTest {
  @Test
  void aPartThatFailsIsMissingAndTheOthersAreStillLookedAt() {
    Doctor doctor =
        new Doctor(
            List.of(
                new Examination(
                    "library",
                    () -> {
                      throw new UnsatisfiedLinkError("no such library");
                    }),
                new Examination("disk", () -> Finding.ok("disk", "there"))));

    List<Finding> findings = doctor.examine();

    assertThat(findings).extracting(Finding::name).containsExactly("library", "disk");
    assertThat(findings)
        .extracting(Finding::status)
        .containsExactly(Finding.Status.MISSING, Finding.Status.OK);
    assertThat(findings.get(0).detail()).contains("no such library");
    assertThat(findings.get(0).remedy()).isNotBlank();
  }

  @Test
  void whatTheUserCanMendKeepsItsOwnHint() {
    Doctor doctor =
        new Doctor(
            List.of(
                new Examination(
                    "disk",
                    () -> {
                      throw new UserError("the disk is full", "Free some space.");
                    })));

    assertThat(doctor.examine())
        .containsExactly(Finding.missing("disk", "the disk is full", "Free some space."));
  }
}
