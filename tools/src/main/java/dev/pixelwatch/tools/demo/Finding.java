package dev.pixelwatch.tools.demo;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found while one fault lasted.
 *
 * @param fault what was injected
 * @param type the type of largest mean intensity
 * @param intensity its mean signed intensity
 * @param score mean score
 */
public record Finding(Fault fault, DistortionType type, double intensity, double score) {
  /** Looks at the frames of the fault; there must be some that were scored. */
  public static Finding of(Fault fault, List<FrameResult> results) {
    List<FrameResult> during =
        results.stream()
            .filter(FrameResult::isScored)
            .filter(r -> r.frame() >= fault.from() && r.frame() < fault.to())
            .toList();
    Comparator<DistortionType> byStrength =
        Comparator.comparingDouble(type -> Math.abs(mean(during, type)));
    DistortionType strongest = Stream.of(DistortionType.values()).max(byStrength).orElseThrow();
    double score = during.stream().mapToDouble(FrameResult::score).average().orElse(0);
    return new Finding(fault, strongest, mean(during, strongest), score);
  }

  /** Whether type and direction are those of the fault. */
  public boolean isRight() {
    return type == fault.type() && Math.signum(intensity) == fault.direction();
  }

  private static double mean(List<FrameResult> results, DistortionType type) {
    return results.stream().mapToDouble(r -> r.intensity(type)).average().orElse(0);
  }
}
