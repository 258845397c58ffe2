package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT2020;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT2020_10;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE170M;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;

/** Colour matrix and range as the numbers of ITU-T H.273, which FFmpeg uses. */
final class ColourTags {
  /** From this height on an untagged video is taken as BT.709, as players do. */
  private static final int HIGH_DEFINITION = 720;

  private ColourTags() {}

  static int of(ColourMatrix matrix) {
    return switch (matrix) {
      case BT601 -> AVCOL_SPC_SMPTE170M;
      case BT709 -> AVCOL_SPC_BT709;
      case BT2020 -> AVCOL_SPC_BT2020_NCL;
    };
  }

  static int of(ColourRange range) {
    return range == ColourRange.FULL ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
  }

  /**
   * The primaries that go with a matrix. MP4 keeps matrix and range only beside primaries and a
   * transfer function.
   */
  static int primaries(ColourMatrix matrix) {
    return switch (matrix) {
      case BT601 -> AVCOL_PRI_SMPTE170M;
      case BT709 -> AVCOL_PRI_BT709;
      case BT2020 -> AVCOL_PRI_BT2020;
    };
  }

  /** The transfer function that goes with a matrix. */
  static int transfer(ColourMatrix matrix) {
    return switch (matrix) {
      case BT601 -> AVCOL_TRC_SMPTE170M;
      case BT709 -> AVCOL_TRC_BT709;
      case BT2020 -> AVCOL_TRC_BT2020_10;
    };
  }

  /** The matrix of a tag; the usual one for the height where the tag says nothing we know. */
  static ColourMatrix matrix(int tag, int height) {
    if (tag == AVCOL_SPC_BT709) {
      return ColourMatrix.BT709;
    }
    if (tag == AVCOL_SPC_SMPTE170M || tag == AVCOL_SPC_BT470BG || tag == AVCOL_SPC_FCC) {
      return ColourMatrix.BT601;
    }
    if (tag == AVCOL_SPC_BT2020_NCL || tag == AVCOL_SPC_BT2020_CL) {
      return ColourMatrix.BT2020;
    }
    return height >= HIGH_DEFINITION ? ColourMatrix.BT709 : ColourMatrix.BT601;
  }

  /** The range of a tag; limited where it says nothing. */
  static ColourRange range(int tag) {
    return tag == AVCOL_RANGE_JPEG ? ColourRange.FULL : ColourRange.LIMITED;
  }
}
