package dev.pixelwatch.training.network;

import dev.pixelwatch.core.DistortionType;
import java.util.ArrayList;
import java.util.List;

/**
 * The distortion network, written once.
 *
 * <p>A shared encoder sees each frame once: a stem that turns every 4 x 4 block of luma and 2 x 2
 * block of chroma into channels, then dense 3 x 3 convolutions down to one cell of 16 x 16 pixels.
 * Beside it runs the residue: the absolute difference of the two frames' features at 1/4 and 1/8 of
 * the size, which is the same for both orders of the pair. The means over a cell of the stem's
 * features, of their magnitudes and of their differences go to the head directly: they are the
 * level, the local energy and the change that most types show in.
 *
 * <p>The head works on the sum of the two frames' features, which is even under a swap of the pair,
 * and on their difference, which is odd: {@code h(a, b) = W relu(even + odd)}. Two layers of the
 * same kind add context: a narrow summary of each cell, and what follows from it and its means over
 * three neighbourhoods (as the pyramid pooling of Zhao et al., CVPR 2017, which has fixed regions).
 * Faults seldom end at a cell, and several colours tell a change of contrast from one of exposure
 * where one does not. The map is {@code sigmoid(h(a, b) - h(b, a))} over head and context. The
 * score is read off the means of features over the frame, the head's and some of its own, by a
 * small layer of the same kind. So the answer is anti-symmetric by construction, whatever the
 * weights are: identical frames give exactly 0.5 and 0, and swapping the pair mirrors the map and
 * negates the score. The relational idea, a map of distortions learned without labels, is from
 * "Pixel Perfect" (arXiv 2605.02863), which asks for anti-symmetry in training only.
 */
final class DistortionNet {
  /** Side of a map cell at a quarter of the size. */
  private static final int CELL_OF_QUARTER = 4;

  private static final String LUMA_STEM = "stem.luma";
  private static final String CHROMA_STEM = "stem.chroma";

  /** The layers that read code values. */
  static final List<String> STEMS = List.of(LUMA_STEM, CHROMA_STEM);

  private static final String HEAD = "head.";

  /** What every version of the network has. */
  static final List<String> INDISPENSABLE =
      List.of(LUMA_STEM, CHROMA_STEM, HEAD + "even", HEAD + "odd", HEAD + "out");

  private static final String CONTEXT = "context.";

  /** What it adds to the map is nothing at first. */
  static final String CONTEXT_OUT = CONTEXT + "out";

  /** Sides of the squares of cells that a cell hears of, itself in the middle. */
  private static final List<Integer> NEIGHBOURHOODS = List.of(3, 7, 15);

  private static final String SCORE = "score.";

  private DistortionNet() {}

  /**
   * What comes out for a batch of N pairs.
   *
   * @param map N x 15 x H/16 x W/16, values 0..1, above 0.5 where the processed frame has more
   * @param score N values, in units of 100 points
   * @param embedding N x {@link NetworkSize#score} x 1 x 1, what the score is read off
   */
  record Output<T>(T map, T score, T embedding) {}

  /**
   * @param luma 2N x 1 x H x W code values of BT.709 limited range, the N references first
   * @param chroma 2N x 2 x H/2 x W/2, Cb and Cr of the same frames; H and W are multiples of 16
   */
  static <T> Output<T> define(Ops<T> ops, NetworkSize size, T luma, T chroma) {
    return define(ops, size, AntiSymmetry.BY_CONSTRUCTION, luma, chroma);
  }

  /**
   * The same, or the last layers without the difference of both orders, to measure what it is
   * worth: such a network is not anti-symmetric by construction.
   */
  static <T> Output<T> define(
      Ops<T> ops, NetworkSize size, AntiSymmetry antiSymmetry, T luma, T chroma) {
    List<T> quarter =
        List.of(
            ops.convNorm(LUMA_STEM, ops.normalise(luma), size.lumaStem, 4, 4),
            ops.convNorm(CHROMA_STEM, ops.normalise(chroma), size.chromaStem, 2, 2));
    List<T> positive = quarter.stream().map(ops::relu).toList();
    T eighth = down(ops, "encoder.eighth", ops.concatChannels(positive), size.eighth, size.depth);
    T sixteenth = down(ops, "encoder.sixteenth", eighth, size.sixteenth, size.depth);
    T residue = residue(ops, size, quarter, eighth);

    T level = cellMeans(ops, quarter);
    T positiveLevel = cellMeans(ops, positive);
    // Of |x| = 2 relu(x) - x: both parts are at hand.
    T energy = ops.add(positiveLevel, ops.subtract(positiveLevel, level));
    Ops.Halves<T> frames = ops.halves(ops.concatChannels(List.of(sixteenth, level, energy)));

    T total = sum(ops, frames);
    T change = ops.subtract(frames.second(), frames.first());
    Ops.Halves<T> cells =
        orders(ops, HEAD, ops.concatChannels(List.of(total, residue)), change, size.head);
    T even = sum(ops, cells);
    T odd = difference(ops, cells);
    Ops.Halves<T> summary = orders(ops, "around.", even, odd, size.around);
    Ops.Halves<T> context =
        orders(
            ops,
            CONTEXT,
            pyramid(ops, sum(ops, summary)),
            pyramid(ops, difference(ops, summary)),
            size.context);
    boolean bothOrders = antiSymmetry == AntiSymmetry.BY_CONSTRUCTION;
    T ofCell = bothOrders ? odd : cells.first();
    T ofContext = bothOrders ? difference(ops, context) : context.first();
    T map =
        ops.sigmoid(
            ops.add(
                ops.linear(HEAD + "out", ofCell, DistortionType.COUNT),
                ops.linear(CONTEXT_OUT, ofContext, DistortionType.COUNT)));

    Ops.Halves<T> loss = orders(ops, SCORE + "cell.", even, odd, size.scoreCell);
    Ops.Halves<T> frame =
        orders(
            ops,
            SCORE,
            frameMeans(ops, even, sum(ops, loss)),
            frameMeans(ops, odd, difference(ops, loss)),
            size.score);
    T embedding = bothOrders ? difference(ops, frame) : frame.first();
    return new Output<>(map, ops.flat(ops.linear(SCORE + "out", embedding, 1)), embedding);
  }

  /**
   * A layer on both orders of the pair, forward and backward, with what they share done once: from
   * features that are even under a swap and such that are odd.
   */
  private static <T> Ops.Halves<T> orders(
      Ops<T> ops, String name, T evenFeatures, T oddFeatures, int width) {
    T even = ops.convNorm(name + "even", evenFeatures, width, 1, 1);
    T odd = ops.linear(name + "odd", oddFeatures, width);
    return new Ops.Halves<>(ops.relu(ops.add(even, odd)), ops.relu(ops.subtract(even, odd)));
  }

  private static <T> T sum(Ops<T> ops, Ops.Halves<T> both) {
    return ops.add(both.first(), both.second());
  }

  private static <T> T difference(Ops<T> ops, Ops.Halves<T> both) {
    return ops.subtract(both.first(), both.second());
  }

  /** Beside each cell the means of its neighbourhoods. */
  private static <T> T pyramid(Ops<T> ops, T x) {
    List<T> parts = new ArrayList<>(List.of(x));
    for (int side : NEIGHBOURHOODS) {
      parts.add(ops.meanAround(x, side));
    }
    return ops.concatChannels(parts);
  }

  private static <T> T frameMeans(Ops<T> ops, T a, T b) {
    return ops.concatChannels(List.of(ops.frameMean(a), ops.frameMean(b)));
  }

  private static <T> T cellMeans(Ops<T> ops, List<T> quarter) {
    return ops.concatChannels(
        quarter.stream().map(part -> ops.meanPool(part, CELL_OF_QUARTER)).toList());
  }

  /** Halves the size, then {@code depth} more convolutions. */
  private static <T> T down(Ops<T> ops, String name, T x, int channels, int depth) {
    T y = ops.relu(ops.convNorm(name + ".down", x, channels, 3, 2));
    for (int i = 0; i < depth; i++) {
      y = ops.relu(ops.convNorm(name + "." + i, y, channels, 3, 1));
    }
    return y;
  }

  private static <T> T residue(Ops<T> ops, NetworkSize size, List<T> quarter, T eighth) {
    List<T> fromQuarter = quarter.stream().map(part -> distance(ops, part)).toList();
    T fine =
        ops.relu(
            ops.convNorm(
                "residue.eighth", ops.concatChannels(fromQuarter), size.residueEighth, 3, 2));
    T both = ops.concatChannels(List.of(fine, distance(ops, eighth)));
    T deep = ops.relu(ops.convNorm("residue.sixteenth", both, size.residueSixteenth, 3, 2));
    return ops.concatChannels(List.of(deep, cellMeans(ops, fromQuarter)));
  }

  private static <T> T distance(Ops<T> ops, T features) {
    Ops.Halves<T> frames = ops.halves(features);
    return ops.abs(difference(ops, frames));
  }
}
