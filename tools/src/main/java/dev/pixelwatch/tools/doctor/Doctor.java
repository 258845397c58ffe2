package dev.pixelwatch.tools.doctor;

import dev.pixelwatch.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Asks every part that Pixelwatch stands on whether it works here and now. */
public final class Doctor {
  private final List<Examination> examinations;

  /** A doctor who looks at everything Pixelwatch needs, and at what it can make use of. */
  public Doctor() {
    this(
        List.of(
            new Examination("java", Machine::java),
            new Examination("processor", Machine::processor),
            new Examination("memory", Machine::memory),
            new Examination("disk", Machine::disk),
            new Examination("ports", Machine::ports),
            new Examination("network", Inference::tiny),
            new Examination("gpu", Inference::gpu),
            new Examination("codecs", Codecs::roundTrips),
            new Examination("programs", Programs::found)));
  }

  Doctor(List<Examination> examinations) {
    this.examinations = examinations;
  }

  /** One finding for each part; a part that throws is missing. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    for (Examination examination : examinations) {
      findings.add(examination.run());
    }
    return findings;
  }

  /** How one part is looked at. */
  record Examination(String name, Callable<Finding> look) {
    private Finding run() {
      try {
        return look.call();
      } catch (UserError e) {
        return Finding.missing(name, e.getMessage(), e.hint());
      } catch (Exception | LinkageError e) {
        return Finding.missing(
            name, "does not work: " + e, "Run 'pixelwatch doctor --json' and report what it says.");
      }
    }
  }
}
