package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_make_writable;

import java.util.SplittableRandom;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** A channel that inverts bits of each packet, or none. */
final class Channel {
  private final int bits;
  private final SplittableRandom random;

  /**
   * @param bits how many bits of a packet, anywhere
   */
  Channel(int bits, SplittableRandom random) {
    this.bits = bits;
    this.random = random;
  }

  /** A channel that changes nothing. */
  static Channel clean() {
    return new Channel(0, new SplittableRandom(0));
  }

  boolean isClean() {
    return bits == 0;
  }

  /** Sends a packet through; null, the end of the stream, arrives as it is. */
  void pass(AVPacket packet) {
    if (isClean() || packet == null) {
      return;
    }
    Ffmpeg.check(av_packet_make_writable(packet), "copy a packet");
    for (int i = 0; i < bits; i++) {
      int at = random.nextInt(packet.size());
      packet.data().put(at, (byte) (packet.data().get(at) ^ 1 << random.nextInt(Byte.SIZE)));
    }
  }
}
