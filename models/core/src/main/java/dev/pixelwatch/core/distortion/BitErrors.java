package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Picture;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Inverted bits in the stream of a real codec, and what its decoder shows for what it could not
 * read. Only the damage counts: where it shows nothing, the picture stays as it was.
 */
final class BitErrors {
  /** Side of a macroblock, luma pixels. */
  private static final int BLOCK = 16;

  /** Coarseness of the stream, least and greatest. */
  private static final double FINEST = 0.1;

  private static final double COARSEST = 0.4;

  /** Not every codec and not every damage leaves a picture that can be shown. */
  private static final int ATTEMPTS = 20;

  /** Share of luma that must arrive: of less than that nothing would be recognised. */
  private static final double ARRIVED = 0.3;

  private final List<Codec> codecs;

  BitErrors(List<Codec> codecs) {
    this.codecs = codecs;
  }

  /**
   * @param share inverted bits for each row of macroblocks, at least one in all
   */
  Picture apply(Picture picture, double share, SplittableRandom random) {
    int rows = (picture.height() + BLOCK - 1) / BLOCK;
    int bits = (int) Math.max(1, Math.round(share * rows));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Codec codec = codecs.get(random.nextInt(codecs.size()));
      double coarseness = FINEST + (COARSEST - FINEST) * random.nextDouble();
      Optional<Picture> sent = codec.withBitErrors(picture, coarseness, 0, random);
      Optional<Picture> shown = codec.withBitErrors(picture, coarseness, bits, random);
      if (sent.isPresent() && shown.isPresent()) {
        Picture damaged = damage(picture, sent.get(), shown.get());
        double arrived = equalShare(picture.luma(), damaged.luma());
        if (arrived >= ARRIVED && arrived < 1) {
          return damaged;
        }
      }
    }
    return Corruption.lostSlices(picture, Severity.CORRUPTION_SLICES.parameter(0.5), random);
  }

  private static Picture damage(Picture picture, Picture sent, Picture shown) {
    return new Picture(
        picture.width(),
        picture.height(),
        damage(picture.luma(), sent.luma(), shown.luma()),
        damage(picture.cb(), sent.cb(), shown.cb()),
        damage(picture.cr(), sent.cr(), shown.cr()),
        picture.matrix(),
        picture.range());
  }

  private static byte[] damage(byte[] plane, byte[] sent, byte[] shown) {
    byte[] out = plane.clone();
    for (int i = 0; i < out.length; i++) {
      if (sent[i] != shown[i]) {
        out[i] = shown[i];
      }
    }
    return out;
  }

  private static double equalShare(byte[] a, byte[] b) {
    int equal = 0;
    for (int i = 0; i < a.length; i++) {
      equal += a[i] == b[i] ? 1 : 0;
    }
    return (double) equal / a.length;
  }
}
