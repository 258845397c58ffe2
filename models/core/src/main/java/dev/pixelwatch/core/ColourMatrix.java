package dev.pixelwatch.core;

/** Luma coefficients of a Y'CbCr signal (ITU-R BT.601-7, BT.709-6, BT.2020-2). */
public enum ColourMatrix {
  BT601(0.299, 0.114),
  BT709(0.2126, 0.0722),
  BT2020(0.2627, 0.0593);

  private final double kr;
  private final double kb;

  ColourMatrix(double kr, double kb) {
    this.kr = kr;
    this.kb = kb;
  }

  /** Weight of R' in Y'. */
  public double kr() {
    return kr;
  }

  /** Weight of B' in Y'. */
  public double kb() {
    return kb;
  }
}
