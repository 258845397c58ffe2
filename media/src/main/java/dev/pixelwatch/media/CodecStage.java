package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** An encoder and the decoder of its format as a stage. */
final class CodecStage implements Stage {
  private final String encoderName;
  private final VideoFormat format;
  private final Resources resources = new Resources();
  private final NativeFrame input;
  private final Encoder encoder;
  private final Decoder decoder;
  private final PictureConverter converter;

  /** Where each picture under way stands in the count of those that went in, and its index. */
  private final Deque<UnderWay> underWay = new ArrayDeque<>();

  private final List<Processed> ready = new ArrayList<>();
  private long count;

  private record UnderWay(long stamp, long index) {}

  CodecStage(String encoderName, Map<String, String> options, VideoFormat format) {
    this.encoderName = encoderName;
    this.format = format;
    try {
      input = resources.add(new NativeFrame(format, AV_PIX_FMT_YUV420P));
      encoder = resources.add(new Encoder(encoderName, format, AV_PIX_FMT_YUV420P, options, false));
      decoder =
          resources.add(
              new Decoder(
                  encoder.context().codec_id(),
                  context -> {
                    context.thread_count(1);
                    return 0;
                  }));
      converter = resources.add(new PictureConverter());
    } catch (IllegalStateException e) {
      resources.close();
      throw refused(e);
    } catch (RuntimeException | Error e) {
      resources.close();
      throw e;
    }
  }

  @Override
  public List<Processed> process(long index, Picture picture) {
    if (!format.fits(picture)) {
      throw new IllegalArgumentException(picture + " does not fit the stage for " + format);
    }
    AVFrame frame = input.writable();
    Planes.write(picture, frame);
    frame.pts(count).duration(1);
    underWay.add(new UnderWay(count++, index));
    encode(frame);
    return takeReady();
  }

  @Override
  public List<Processed> finish() {
    encode(null);
    decode(null);
    return takeReady();
  }

  private void encode(AVFrame frame) {
    try {
      encoder.encode(frame, this::decode);
    } catch (IllegalStateException e) {
      throw refused(e);
    }
  }

  private void decode(AVPacket packet) {
    decoder.send(packet);
    while (decoder.receive() == Decoder.Answer.DONE) {
      settle(decoder.frame());
    }
  }

  /** Pictures that the encoder left out are not waited for any longer. */
  private void settle(AVFrame frame) {
    long stamp = frame.best_effort_timestamp();
    UnderWay first = underWay.poll();
    while (first != null && stamp != AV_NOPTS_VALUE && first.stamp() < stamp) {
      first = underWay.poll();
    }
    if (first != null) {
      Picture picture =
          converter.convert(
              frame, format.width(), format.height(), format.matrix(), format.range());
      ready.add(new Processed(first.index(), picture));
    }
  }

  private List<Processed> takeReady() {
    List<Processed> taken = List.copyOf(ready);
    ready.clear();
    return taken;
  }

  private UserError refused(IllegalStateException e) {
    return new UserError(
        "the encoder %s cannot be used for %s: %s".formatted(encoderName, format, e.getMessage()),
        "Check its options, and that it takes 8-bit 4:2:0 pictures of this size.",
        e);
  }

  @Override
  public void close() {
    resources.close();
  }
}
