package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;

/**
 * Writes down what a step did to a frame, as it can be seen: in its own type, in others that it
 * brings along, and in those that it removes.
 */
final class Notes {
  /** A codec is called smearing for what it loses at most at this share of its severity. */
  private static final double SMEARING_OF_CODEC = 0.7;

  /** How much stronger than at mid grey noise may be. */
  private static final double NOISE_MARGIN = 1.2;

  private Notes() {}

  /**
   * @param full the whole of {@code before} distorted at the severity of the step
   */
  static void of(Intensities present, Step step, RgbImage before, RgbImage full) {
    DistortionType type = step.type();
    RgbImage seen = type == DistortionType.BANDING ? Banding.visible(before, full) : full;
    float[] change = Visibility.change(type, Difference.between(before, seen));
    if (type == DistortionType.BLUR || type == DistortionType.SMEARING) {
      DetailChange detail = DetailChange.between(before, full);
      if (type == DistortionType.SMEARING) {
        takeNoise(change, present, detail);
      }
      present.fade(step.mask().cellMeans(), detail.kept());
    }
    float[] added = Visibility.intensities(type, step.severity(), step.mask(), change);
    present.add(type, Math.signum(step.severity()), added);
  }

  /** What a codec did to luma: artefacts are blocking, lost detail is smearing. */
  static void ofCodec(Intensities present, Step step, Picture before, Picture full) {
    DetailChange detail = DetailChange.between(before, full);
    float[] lost = detail.lost().clone();
    takeNoise(lost, present, detail);
    float[] blocks =
        Visibility.intensities(
            DistortionType.BLOCKING, step.severity(), step.mask(), detail.artefacts());
    float[] smears =
        Visibility.intensities(
            DistortionType.SMEARING, SMEARING_OF_CODEC * step.severity(), step.mask(), lost);
    present.fade(step.mask().cellMeans(), detail.kept());
    present.add(DistortionType.BLOCKING, 1, blocks);
    present.add(DistortionType.SMEARING, 1, smears);
  }

  /** Corruption is whole where it is: its mask says how much of the frame is lost. */
  static void ofLoss(Intensities present, Mask lost, Picture before, Picture full) {
    float[] change = Visibility.change(DistortionType.CORRUPTION, Difference.between(before, full));
    present.add(
        DistortionType.CORRUPTION,
        1,
        Visibility.intensities(DistortionType.CORRUPTION, 1, lost, change));
  }

  /** Noise that went is less noise, and no texture washed away. */
  private static void takeNoise(float[] change, Intensities present, DetailChange detail) {
    float[] noise = present.of(DistortionType.NOISE);
    for (int i = 0; i < change.length; i++) {
      if (noise[i] > 0) {
        double deviation = NOISE_MARGIN * Severity.NOISE_BAYER.parameter(noise[i]);
        double gone = (1 - detail.kept()[i]) * deviation;
        change[i] = (float) Math.sqrt(Math.max(0, change[i] * change[i] - gone * gone));
      }
    }
  }
}
