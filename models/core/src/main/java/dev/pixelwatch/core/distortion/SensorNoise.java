package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/**
 * Poisson-Gaussian noise of a sensor (Foi et al., IEEE Trans. Image Process. 2008): the variance is
 * a x + b for linear light x. It is added to the mosaic and demosaiced with it, so that it is
 * correlated between pixels and channels as in a real camera, then split: luma noise moves luma
 * only, chroma noise chroma only.
 */
final class SensorNoise {
  /** Linear light of mid grey. */
  private static final float MID_GREY = 0.18f;

  /** Slope of the sRGB transfer function at mid grey. */
  private static final float SLOPE = 1.19f;

  /** Read noise variance as a share of shot noise variance at mid grey. */
  private static final float READ_SHARE = 0.03f;

  /** What demosaicing leaves of the standard deviation, in luma and in each chroma channel. */
  private static final float LUMA_LEFT = 0.62f;

  private static final float CHROMA_LEFT = 0.69f;

  /** Gains of a daylight white balance on red, green and blue, which amplify noise. */
  private static final float[] WHITE_BALANCE = {1.3f, 1.0f, 1.2f};

  private SensorNoise() {}

  /** Luma noise through the mosaic. */
  static RgbImage luma(RgbImage image, double deviation, SplittableRandom random) {
    RgbImage noisy = throughMosaic(image, (float) deviation / LUMA_LEFT, random);
    return Luma.replace(image, Luma.of(image), Luma.of(noisy));
  }

  /**
   * Grain equal on all channels, {@code deviation} at mid grey, its size drawn: from film to what
   * denoising in the camera leaves.
   */
  static RgbImage grain(RgbImage image, double deviation, SplittableRandom random) {
    float[] field = field(image, 0.3 * Math.pow(4, random.nextDouble()), random);
    float[] luma = Luma.of(image);
    float[] after = new float[luma.length];
    for (int i = 0; i < after.length; i++) {
      after[i] = luma[i] + (float) deviation * strength(luma[i]) * field[i];
    }
    return Luma.replace(image, luma, after);
  }

  /** Colour noise through the mosaic. */
  static RgbImage chroma(RgbImage image, double deviation, SplittableRandom random) {
    RgbImage noisy = throughMosaic(image, (float) deviation / CHROMA_LEFT, random);
    RgbImage out = new RgbImage(image.width(), image.height());
    for (int i = 0; i < out.red().length; i++) {
      Luma.moveChroma(
          image,
          out,
          i,
          noisy.red()[i] - image.red()[i],
          noisy.green()[i] - image.green()[i],
          noisy.blue()[i] - image.blue()[i]);
    }
    return out;
  }

  /** Colour blotches of one to four pixels, as weak denoising leaves them. */
  static RgbImage blotches(RgbImage image, double deviation, SplittableRandom random) {
    double size = 0.4 + 1.4 * random.nextDouble();
    float[] cb = field(image, size, random);
    float[] cr = field(image, size, random);
    RgbImage out = new RgbImage(image.width(), image.height());
    for (int i = 0; i < cb.length; i++) {
      float luma = Luma.of(image.red()[i], image.green()[i], image.blue()[i]);
      float amount = (float) deviation * strength(luma);
      Luma.moveChroma(image, out, i, amount * cb[i], amount * cr[i]);
    }
    return out;
  }

  private static RgbImage throughMosaic(RgbImage image, float deviation, SplittableRandom random) {
    RgbImage light = LightTables.linear(image);
    float[] mosaic = BayerMosaic.sample(light);
    float shot = deviation * deviation / (SLOPE * SLOPE * MID_GREY);
    float read = shot * MID_GREY * READ_SHARE;
    int w = image.width();
    for (int i = 0; i < mosaic.length; i++) {
      float gain = WHITE_BALANCE[BayerMosaic.channel(i % w, i / w)];
      double sigma = gain * Math.sqrt(shot * mosaic[i] + read);
      mosaic[i] = (float) (sigma * random.nextGaussian());
    }
    RgbImage noise = BayerMosaic.demosaic(mosaic, w, image.height());
    for (int plane = 0; plane < 3; plane++) {
      Filters.accumulate(noise.planes()[plane], 0, light.planes()[plane], 0, mosaic.length, 1);
    }
    return LightTables.encoded(noise);
  }

  /** Gaussian noise of unit variance, low-passed by {@code sigma} pixels. */
  private static float[] field(RgbImage image, double sigma, SplittableRandom random) {
    float[] white = new float[image.red().length];
    for (int i = 0; i < white.length; i++) {
      white[i] = (float) random.nextGaussian();
    }
    float[] field = Filters.gaussian(white, image.width(), image.height(), sigma);
    double power = 0;
    for (float v : field) {
      power += v * v;
    }
    float gain = (float) (1 / Math.sqrt(power / field.length + 1e-12));
    for (int i = 0; i < field.length; i++) {
      field[i] *= gain;
    }
    return field;
  }

  /**
   * Standard deviation of Poisson noise on the encoded scale relative to mid grey: highest in the
   * shadows, falling towards black, where nothing is left to vary, and towards white.
   */
  private static float strength(float luma) {
    float l = Math.min(1, Math.max(0, luma));
    return 0.5f + 2.2f * l * (1 - l) * (1 - 0.35f * l);
  }
}
