package dev.pixelwatch.core;

/**
 * Which distortion was added or removed, where, and how much: one value for each type and each cell
 * of {@value #CELL} x {@value #CELL} pixels. Values lie in 0..1; 0.5 means no difference, and above
 * it the processed frame has more. The signed intensity is {@code 2 (value - 0.5)}, in -1..1.
 */
public final class DistortionMap {
  /** Side of a cell in luma pixels. */
  public static final int CELL = 16;

  private final int rows;
  private final int columns;
  private final float[] values;

  /**
   * @param rows cells from top to bottom
   * @param columns cells from left to right
   * @param values {@code DistortionType.COUNT * rows * columns} values, type by type, row by row;
   *     not copied
   * @throws IllegalArgumentException if the number of values does not fit
   */
  public DistortionMap(int rows, int columns, float[] values) {
    if (rows < 1 || columns < 1 || values.length != DistortionType.COUNT * rows * columns) {
      throw new IllegalArgumentException(
          "a map of %d x %d cells needs %d values, not %d"
              .formatted(rows, columns, DistortionType.COUNT * rows * columns, values.length));
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** Cells needed for so many pixels; the last one may be cut by the edge. */
  public static int cells(int pixels) {
    return (pixels + CELL - 1) / CELL;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The value in 0..1 of a type in a cell. */
  public float value(DistortionType type, int row, int column) {
    return values[(type.ordinal() * rows + row) * columns + column];
  }

  /** The signed intensity in -1..1 of a type in a cell. */
  public float intensity(DistortionType type, int row, int column) {
    return 2 * (value(type, row, column) - 0.5f);
  }

  /** Mean signed intensity of a type over the frame. */
  public double meanIntensity(DistortionType type) {
    double sum = 0;
    int first = type.ordinal() * rows * columns;
    for (int i = first; i < first + rows * columns; i++) {
      sum += 2 * (values[i] - 0.5);
    }
    return sum / (rows * columns);
  }

  /** The type of largest absolute mean intensity, the first of several. */
  public DistortionType strongest() {
    DistortionType strongest = DistortionType.NOISE;
    for (DistortionType type : DistortionType.values()) {
      if (Math.abs(meanIntensity(type)) > Math.abs(meanIntensity(strongest))) {
        strongest = type;
      }
    }
    return strongest;
  }

  /** All values, type by type, row by row. The array is the map's own: do not write to it. */
  public float[] values() {
    return values;
  }

  /** The map of the swapped pair: every value v becomes 1 - v. */
  public DistortionMap mirrored() {
    float[] mirrored = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      mirrored[i] = 1 - values[i];
    }
    return new DistortionMap(rows, columns, mirrored);
  }
}
