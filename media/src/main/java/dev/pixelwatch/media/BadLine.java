package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_make_writable;

import java.util.SplittableRandom;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** A line that inverts bits of each packet, or none. */
final class BadLine {
  private final int bits;
  private final SplittableRandom random;

  /**
   * @param bits how many bits of a packet, anywhere
   */
  BadLine(int bits, SplittableRandom random) {
    this.bits = bits;
    this.random = random;
  }

  /** A line that changes nothing. */
  static BadLine good() {
    return new BadLine(0, new SplittableRandom(0));
  }

  boolean isGood() {
    return bits == 0;
  }

  /** Sends a packet over the line; null, the end of the stream, arrives as it is. */
  void pass(AVPacket packet) {
    if (isGood() || packet == null) {
      return;
    }
    Ffmpeg.check(av_packet_make_writable(packet), "copy a packet");
    for (int i = 0; i < bits; i++) {
      int at = random.nextInt(packet.size());
      packet.data().put(at, (byte) (packet.data().get(at) ^ 1 << random.nextInt(Byte.SIZE)));
    }
  }
}
