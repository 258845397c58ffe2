package dev.pixelwatch.training.network;

/** How the network comes to answer a swapped pair with the mirrored map. */
public enum AntiSymmetry {
  /** It cannot do otherwise: the answer is a difference of both orders. */
  BY_CONSTRUCTION,
  /** Training asks for it, as in "Pixel Perfect" (arXiv 2605.02863). */
  BY_LOSS,
  /** Nobody asks for it. */
  NONE
}
