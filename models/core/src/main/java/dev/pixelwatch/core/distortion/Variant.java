package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionType;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One way in which a type of distortion comes about.
 *
 * @param name in tables, such as {@code blur_defocus}
 * @param weight how often it is drawn, relative to the other variants of the type
 * @param <E> {@link RgbEffect} or {@link PictureEffect}
 */
record Variant<E>(DistortionType type, String name, double weight, Severity curve, E effect) {

  /** Named after its curve. */
  Variant(DistortionType type, double weight, Severity curve, E effect) {
    this(type, curve.name().toLowerCase(Locale.ROOT), weight, curve, effect);
  }

  /** One of the variants of a type. */
  static <E> Variant<E> draw(
      List<Variant<E>> variants, DistortionType type, SplittableRandom random) {
    List<Variant<E>> candidates = variants.stream().filter(v -> v.type == type).toList();
    double left = random.nextDouble() * candidates.stream().mapToDouble(Variant::weight).sum();
    for (Variant<E> candidate : candidates) {
      left -= candidate.weight;
      if (left < 0) {
        return candidate;
      }
    }
    return candidates.get(candidates.size() - 1);
  }
}
