package dev.pixelwatch.core.metric;

import dev.pixelwatch.core.RgbImage;
import java.util.function.ToDoubleBiFunction;

/** Established measures of the quality of an image against its reference. */
public enum FullReferenceMetric {
  /** Peak signal-to-noise ratio of luma, in dB; infinite for identical images. */
  PSNR("psnr", "PSNR", true, 1, Psnr::of),

  /** Structural similarity (Wang et al. 2004), at most 1; luma only. */
  SSIM("ssim", "SSIM", true, Ssim.WINDOW, Ssim::of),

  /** Structural similarity on five scales (Wang, Simoncelli, Bovik 2003), 0..1; luma only. */
  MS_SSIM("ms_ssim", "MS-SSIM", true, MsSsim.SMALLEST_SIDE, MsSsim::of),

  /** Gradient magnitude similarity deviation (Xue et al. 2014), 0 for identical; luma only. */
  GMSD("gmsd", "GMSD", false, 4, Gmsd::of),

  /** Haar wavelet-based perceptual similarity (Reisenhofer et al. 2018), 0..1; sees colour. */
  HAAR_PSI("haarpsi", "HaarPSI", true, 1, HaarPsi::of),

  /** Mean deviation similarity (Ziaei Nafchi et al. 2016), 0 for identical; sees colour. */
  MDSI("mdsi", "MDSI", false, 1, Mdsi::of);

  private final String id;
  private final String label;
  private final boolean higherIsBetter;
  private final int smallestSide;
  private final ToDoubleBiFunction<RgbImage, RgbImage> measure;

  FullReferenceMetric(
      String id,
      String label,
      boolean higherIsBetter,
      int smallestSide,
      ToDoubleBiFunction<RgbImage, RgbImage> measure) {
    this.id = id;
    this.label = label;
    this.higherIsBetter = higherIsBetter;
    this.smallestSide = smallestSide;
    this.measure = measure;
  }

  /** Name in files, such as {@code ms_ssim}. */
  public String id() {
    return id;
  }

  /** Name as the literature writes it, such as {@code MS-SSIM}. */
  public String label() {
    return label;
  }

  /** Whether a greater value means a better image. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Least width and height in pixels. */
  public int smallestSide() {
    return smallestSide;
  }

  /**
   * Measures a pair of images.
   *
   * @throws IllegalArgumentException if the sizes differ, or a side is below {@link #smallestSide}
   */
  public double of(RgbImage reference, RgbImage distorted) {
    int w = reference.width();
    int h = reference.height();
    if (w != distorted.width() || h != distorted.height()) {
      throw new IllegalArgumentException(
          "images of %d x %d and %d x %d cannot be compared"
              .formatted(w, h, distorted.width(), distorted.height()));
    }
    if (Math.min(w, h) < smallestSide) {
      throw new IllegalArgumentException(
          "%s needs %d pixels a side, not %d x %d".formatted(label, smallestSide, w, h));
    }
    return measure.applyAsDouble(reference, distorted);
  }
}
