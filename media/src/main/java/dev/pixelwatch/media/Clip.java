package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_P;

import dev.pixelwatch.core.Picture;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A few pictures on their way through an encoder and through a channel into the decoder. */
final class Clip {
  private final Encoder encoder;
  private final Decoder decoder;
  private final NativeFrame frame;
  private final Channel channel;
  private Picture like;
  private Picture decoded;
  private int count;

  /**
   * @param channel what the packets go through
   */
  Clip(Encoder encoder, Decoder decoder, NativeFrame frame, Channel channel) {
    this.encoder = encoder;
    this.decoder = decoder;
    this.frame = frame;
    this.channel = channel;
  }

  /**
   * The last picture as it comes out; the first is an intra frame, the others are predicted.
   *
   * @return empty if not as many came out as went in
   */
  Optional<Picture> last(List<Picture> pictures) {
    like = pictures.get(0);
    for (int number = 0; number < pictures.size(); number++) {
      AVFrame target = frame.writable();
      Planes.write(pictures.get(number), target);
      target.pts(number).pict_type(number == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_P);
      encoder.encode(target, this::decode);
    }
    encoder.encode(null, this::decode);
    decode(null);
    return count == pictures.size() ? Optional.of(decoded) : Optional.empty();
  }

  private void decode(AVPacket packet) {
    channel.pass(packet);
    if (decoder.send(packet) == Decoder.Answer.DAMAGED && channel.isClean()) {
      throw new IllegalStateException("the codec cannot decode what it encoded of " + like);
    }
    while (decoder.receive() == Decoder.Answer.DONE) {
      count++;
      decoded = Planes.read(decoder.frame(), like.matrix(), like.range());
    }
  }
}
