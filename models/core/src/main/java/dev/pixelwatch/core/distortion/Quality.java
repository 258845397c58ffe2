package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.metric.Mdsi;

/**
 * How much of its quality a picture has lost on the way from another, by MDSI (Ziaei Nafchi et al.
 * 2016), which ranks across types as people do and sees colour. Its cube is close to linear in the
 * severity of a distortion.
 *
 * <p>MDSI answers alike to both orders of a pair, so that a picture which was sharpened a little
 * would lose what it loses when it is softened again. Sharpening counts by its intensity instead: a
 * tenth of what MDSI says at intensity 0.1, all of it at 1.
 */
public final class Quality {
  /** MDSI of a picture that nobody would keep. */
  private static final double UNUSABLE = 0.5;

  /** A crop is looked at as the frame of 512 pixels that it stands for. */
  private static final int REDUCTION = 2;

  private Quality() {}

  /**
   * In points, 0 for the picture itself, about -100 for what nobody would keep.
   *
   * @throws IllegalArgumentException if the pictures differ in size
   */
  public static double points(Picture before, Picture after) {
    if (before.equals(after)) {
      return 0;
    }
    double share = Mdsi.of(Colour.toRgb(before), Colour.toRgb(after), REDUCTION) / UNUSABLE;
    return -100 * share * share * share;
  }

  /** What the frame lost on its way through a stage, slight sharpening counted as slight. */
  static double points(Frame before, Frame after) {
    return points(before.picture(), after.picture()) * (1 - forgiven(before, after));
  }

  /** Of all that was done to a frame, the share that is sharpening too slight to count. */
  private static double forgiven(Frame before, Frame after) {
    double all = 0;
    double slight = 0;
    for (DistortionType type : DistortionType.values()) {
      float[] from = before.intensities().of(type);
      float[] to = after.intensities().of(type);
      for (int i = 0; i < to.length; i++) {
        double more = Math.min(1, Math.max(-1, to[i] - from[i]));
        all += Math.abs(more);
        if (type == DistortionType.OVERSHARPENING && more > 0) {
          slight += more * (1 - more);
        }
      }
    }
    return slight == 0 ? 0 : slight / all;
  }
}
