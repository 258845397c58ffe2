package dev.pixelwatch.core;

import java.util.Locale;
import java.util.Optional;

/**
 * The 15 distortions that a map tells apart, in the order of its channels. The direction is
 * relative to the reference: positive when the processed frame has more of it.
 */
public enum DistortionType {
  NOISE("more luma noise", "less luma noise"),
  CHROMA_NOISE("more colour noise", "less colour noise"),
  BLUR("less sharp", "sharper"),
  OVERSHARPENING("more halos and ringing", "fewer halos and less ringing"),
  SMEARING("more texture washed away", "less texture washed away"),
  BLOCKING("more blocking", "less blocking"),
  BANDING("more banding", "less banding"),
  ALIASING("more aliasing", "less aliasing"),
  GHOSTING("more ghosting", "less ghosting"),
  CORRUPTION("more corruption", "less corruption"),
  EXPOSURE("brighter", "darker"),
  CONTRAST("more contrast", "less contrast"),
  SATURATION("more colourful", "less colourful"),
  WARMTH("warmer", "cooler"),
  TINT("more magenta", "greener");

  /** Number of types, and of channels in a map. */
  public static final int COUNT = values().length;

  private final String more;
  private final String less;

  DistortionType(String more, String less) {
    this.more = more;
    this.less = less;
  }

  /** The name used in files, metrics and options, such as {@code chroma_noise}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether both directions are distortions, such as brighter and darker: the distance from the
   * reference is what counts then. Of the other types less is better.
   */
  public boolean isTwoSided() {
    return ordinal() >= EXPOSURE.ordinal();
  }

  /** What the processed frame looks like beside the reference, such as "warmer" or "cooler". */
  public String inWords(double signedIntensity) {
    return signedIntensity < 0 ? less : more;
  }

  /** The type with this {@link #id()}, case ignored. */
  public static Optional<DistortionType> byId(String id) {
    for (DistortionType type : values()) {
      if (type.id().equalsIgnoreCase(id)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
