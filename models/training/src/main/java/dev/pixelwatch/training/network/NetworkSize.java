package dev.pixelwatch.training.network;

import java.util.Locale;
import java.util.Optional;

/** The two sizes of the one definition; widths are channels. */
public enum NetworkSize {
  /** For edge machines: about 2 GMAC for a pair of 1920 x 1080. */
  LIVE(16, 8, 32, 32, 24, 32, 96, 32, 48, 8, 64, 1, 3e-3),
  /** For GPUs and offline work. */
  STUDIO(32, 16, 80, 160, 80, 128, 320, 64, 96, 32, 128, 2, 1.5e-3);

  final int lumaStem;
  final int chromaStem;
  final int eighth;
  final int sixteenth;
  final int residueEighth;
  final int residueSixteenth;
  final int head;
  final int around;
  final int context;
  final int scoreCell;
  final int score;
  final int depth;
  private final double peakLearningRate;

  NetworkSize(
      int lumaStem,
      int chromaStem,
      int eighth,
      int sixteenth,
      int residueEighth,
      int residueSixteenth,
      int head,
      int around,
      int context,
      int scoreCell,
      int score,
      int depth,
      double peakLearningRate) {
    this.lumaStem = lumaStem;
    this.chromaStem = chromaStem;
    this.eighth = eighth;
    this.sixteenth = sixteenth;
    this.residueEighth = residueEighth;
    this.residueSixteenth = residueSixteenth;
    this.head = head;
    this.around = around;
    this.context = context;
    this.scoreCell = scoreCell;
    this.score = score;
    this.depth = depth;
    this.peakLearningRate = peakLearningRate;
  }

  /** Greatest step of Adam for a fresh start: wide layers add up the steps of more weights. */
  public double peakLearningRate() {
    return peakLearningRate;
  }

  /** The name used in options and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The size with this {@link #id()}, case ignored. */
  public static Optional<NetworkSize> byId(String id) {
    for (NetworkSize size : values()) {
      if (size.id().equalsIgnoreCase(id)) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }
}
