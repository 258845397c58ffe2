package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/**
 * Poisson-Gaussian noise of a sensor (Foi et al., IEEE Trans. Image Process. 2008): the variance is
 * a x + b for linear light x. A camera with one sensor demosaics it with the picture, so that it is
 * correlated between pixels and channels; in one with a sensor for each colour it is independent.
 * Then it is split: luma noise moves luma only, chroma noise chroma only.
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

  /** What is left of the noise of three sensors. */
  private static final float LUMA_OF_THREE = 0.82f;

  private static final float CHROMA_OF_THREE = 0.80f;

  /** Gains of a daylight white balance on red, green and blue, which amplify noise. */
  private static final float[] WHITE_BALANCE = {1.3f, 1.0f, 1.2f};

  private SensorNoise() {}

  /** Luma noise through the mosaic. */
  static RgbImage luma(RgbImage image, double deviation, SplittableRandom random) {
    return lumaOf(throughMosaic(image, (float) deviation / LUMA_LEFT, random), image);
  }

  /** Luma noise of a camera with three sensors. */
  static RgbImage lumaOfThreeSensors(RgbImage image, double deviation, SplittableRandom random) {
    return lumaOf(onThreeSensors(image, (float) deviation / LUMA_OF_THREE, random), image);
  }

  private static RgbImage lumaOf(RgbImage noisy, RgbImage image) {
    return Luma.replace(image, Luma.of(image), Luma.of(noisy));
  }

  /**
   * Grain equal on all channels, {@code deviation} at mid grey, its size drawn: from film to what
   * denoising in the camera leaves.
   */
  static RgbImage grain(RgbImage image, double deviation, SplittableRandom random) {
    float[] field = field(image, 0.3 * Math.pow(5, random.nextDouble()), random);
    float[] luma = Luma.of(image);
    float[] after = new float[luma.length];
    for (int i = 0; i < after.length; i++) {
      after[i] = luma[i] + (float) deviation * strength(luma[i]) * field[i];
    }
    return Luma.replace(image, luma, after);
  }

  /** Colour noise through the mosaic. */
  static RgbImage chroma(RgbImage image, double deviation, SplittableRandom random) {
    return chromaOf(throughMosaic(image, (float) deviation / CHROMA_LEFT, random), image);
  }

  /** Colour noise of a camera with three sensors. */
  static RgbImage chromaOfThreeSensors(RgbImage image, double deviation, SplittableRandom random) {
    return chromaOf(onThreeSensors(image, (float) deviation / CHROMA_OF_THREE, random), image);
  }

  private static RgbImage chromaOf(RgbImage noisy, RgbImage image) {
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

  /** Colour blotches of one to eight pixels, as denoising in the camera leaves them. */
  static RgbImage blotches(RgbImage image, double deviation, SplittableRandom random) {
    double size = 0.4 * Math.pow(8, random.nextDouble());
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
    float shot = shotVariance(deviation);
    int w = image.width();
    for (int i = 0; i < mosaic.length; i++) {
      mosaic[i] = noise(mosaic[i], shot, BayerMosaic.channel(i % w, i / w), random);
    }
    RgbImage noise = BayerMosaic.demosaic(mosaic, w, image.height());
    for (int plane = 0; plane < 3; plane++) {
      Filters.accumulate(noise.planes()[plane], 0, light.planes()[plane], 0, mosaic.length, 1);
    }
    return LightTables.encoded(noise);
  }

  private static RgbImage onThreeSensors(RgbImage image, float deviation, SplittableRandom random) {
    RgbImage light = LightTables.linear(image);
    float shot = shotVariance(deviation);
    for (int channel = 0; channel < 3; channel++) {
      float[] plane = light.planes()[channel];
      for (int i = 0; i < plane.length; i++) {
        plane[i] += noise(plane[i], shot, channel, random);
      }
    }
    return LightTables.encoded(light);
  }

  /** Variance of shot noise for a linear light of 1, from the deviation at mid grey as encoded. */
  private static float shotVariance(float deviation) {
    return deviation * deviation / (SLOPE * SLOPE * MID_GREY);
  }

  private static float noise(float light, float shot, int channel, SplittableRandom random) {
    double sigma = WHITE_BALANCE[channel] * Math.sqrt(shot * (light + MID_GREY * READ_SHARE));
    return (float) (sigma * random.nextGaussian());
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
