package dev.pixelwatch.training.network;

import dev.pixelwatch.core.DistortionType;
import java.util.List;

/**
 * The distortion network, written once.
 *
 * <p>A shared encoder sees each frame once: a stem that turns every 4 x 4 block of luma and 2 x 2
 * block of chroma into channels, then dense 3 x 3 convolutions down to one cell of 16 x 16 pixels.
 * Beside it runs the residue: the absolute difference of the two frames' features at 1/4 and 1/8 of
 * the size, which is the same for both orders of the pair. A head h reads both frames and the
 * residue, once in each order, and the map is {@code sigmoid(h(a, b) - h(b, a))}, the score {@code
 * s(a, b) - s(b, a)}. So the answer is anti-symmetric by construction, whatever the weights are:
 * identical frames give exactly 0.5 and 0, and swapping the pair mirrors the map and negates the
 * score. The relational idea, a map of distortions learned without labels, is from "Pixel Perfect"
 * (arXiv 2605.02863), which asks for anti-symmetry in training only.
 */
final class DistortionNet {
  private DistortionNet() {}

  /**
   * What comes out for a batch of N pairs.
   *
   * @param map N x 15 x H/16 x W/16, values 0..1, above 0.5 where the processed frame has more
   * @param score N values, in units of 100 points
   */
  record Output<T>(T map, T score) {}

  /**
   * @param luma 2N x 1 x H x W code values of BT.709 limited range, the N references first
   * @param chroma 2N x 2 x H/2 x W/2, Cb and Cr of the same frames; H and W are multiples of 16
   */
  static <T> Output<T> define(Ops<T> ops, NetworkSize size, T luma, T chroma) {
    T quarter = stem(ops, size, luma, chroma);
    T eighth = down(ops, "encoder.eighth", ops.relu(quarter), size.eighth, size.depth);
    T sixteenth = down(ops, "encoder.sixteenth", eighth, size.sixteenth, size.depth);
    T residue = residue(ops, size, quarter, eighth);

    Ops.Halves<T> frames = ops.halves(sixteenth);
    T orders =
        ops.concatBatch(
            ops.concatChannels(List.of(frames.second(), frames.first(), residue)),
            ops.concatChannels(List.of(frames.first(), frames.second(), residue)));
    T hidden = ops.relu(ops.convNorm("head.hidden", orders, size.head, 1, 1));
    Ops.Halves<T> h = ops.halves(ops.conv("head.out", hidden, DistortionType.COUNT + 1, 1, 1));
    T difference = ops.subtract(h.first(), h.second());
    return new Output<>(
        ops.sigmoid(ops.channels(difference, 0, DistortionType.COUNT)),
        ops.mean(ops.channels(difference, DistortionType.COUNT, DistortionType.COUNT + 1)));
  }

  private static <T> T stem(Ops<T> ops, NetworkSize size, T luma, T chroma) {
    return ops.concatChannels(
        List.of(
            ops.convNorm("stem.luma", ops.normalise(luma), size.lumaStem, 4, 4),
            ops.convNorm("stem.chroma", ops.normalise(chroma), size.chromaStem, 2, 2)));
  }

  /** Halves the size, then {@code depth} more convolutions. */
  private static <T> T down(Ops<T> ops, String name, T x, int channels, int depth) {
    T y = ops.relu(ops.convNorm(name + ".down", x, channels, 3, 2));
    for (int i = 0; i < depth; i++) {
      y = ops.relu(ops.convNorm(name + "." + i, y, channels, 3, 1));
    }
    return y;
  }

  private static <T> T residue(Ops<T> ops, NetworkSize size, T quarter, T eighth) {
    T fine =
        ops.relu(ops.convNorm("residue.eighth", distance(ops, quarter), size.residueEighth, 3, 2));
    T both = ops.concatChannels(List.of(fine, distance(ops, eighth)));
    return ops.relu(ops.convNorm("residue.sixteenth", both, size.residueSixteenth, 3, 2));
  }

  private static <T> T distance(Ops<T> ops, T features) {
    Ops.Halves<T> frames = ops.halves(features);
    return ops.abs(ops.subtract(frames.first(), frames.second()));
  }
}
