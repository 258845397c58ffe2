package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.distortion.Codec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/**
 * A real encoder and decoder of FFmpeg as a function on pictures. Video codecs encode a clip of two
 * frames, the picture moved by two pixels and then the picture itself, so that inter coding shows
 * as well; the last decoded frame is the result.
 *
 * <p>Each call opens an encoder and a decoder of its own, single-threaded. For 128 x 128 pixels
 * that costs from 0.2 ms (JPEG) to 5 ms (the slower AV1) on a busy core, and the result depends on
 * nothing but the picture and the coarseness. Any number of threads may share a codec.
 */
public final class FfmpegCodec implements Codec {
  /** All codecs here work on blocks of 16 x 16, and some refuse anything smaller. */
  private static final int BLOCK = 16;

  private static final int MOTION = 2;

  private final CodecRecipe recipe;

  private FfmpegCodec(CodecRecipe recipe) {
    this.recipe = recipe;
  }

  /** The codecs that this build of FFmpeg has, cheap ones first. */
  public static List<Codec> available() {
    return CodecRecipe.ALL.stream()
        .filter(recipe -> Encoder.exists(recipe.encoder()))
        .<Codec>map(FfmpegCodec::new)
        .toList();
  }

  @Override
  public String name() {
    return recipe.name();
  }

  @Override
  public boolean takes(int width, int height) {
    return (long) wholeBlocks(width) * wholeBlocks(height)
        <= (long) BLOCK * BLOCK * recipe.mostBlocks();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A picture that the encoder cannot hold at this coarseness is coded at the next it can.
   *
   * @throws IllegalArgumentException if the coarseness is not in 0..1
   */
  @Override
  public Picture roundTrip(Picture picture, double coarseness) {
    return transmit(picture, coarseness, recipe.frames(), Channel.clean())
        .orElseThrow(() -> new IllegalStateException("the codec gave nothing back for " + picture));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The picture is an intra frame: after a like one the decoder would cover the damage up.
   */
  @Override
  public Optional<Picture> withBitErrors(
      Picture picture, double coarseness, int bits, SplittableRandom random) {
    return recipe.conceals()
        ? transmit(picture, coarseness, 1, new Channel(bits, random))
        : Optional.empty();
  }

  private Optional<Picture> transmit(
      Picture picture, double coarseness, int frames, Channel channel) {
    VideoFormat format =
        new VideoFormat(
            wholeBlocks(picture.width()),
            wholeBlocks(picture.height()),
            FrameRate.of(25),
            picture.matrix(),
            picture.range());
    for (int quantiser = recipe.quantiser(coarseness); ; quantiser++) {
      try {
        return transmit(clip(picture, format, frames), format, recipe.optionsAt(quantiser), channel)
            .map(decoded -> Edges.window(decoded, 0, 0, picture.width(), picture.height()));
      } catch (IllegalStateException e) {
        // OpenH264 gives up where noise makes coefficients that its entropy coder cannot hold.
        if (quantiser == recipe.coarsest()) {
          throw new IllegalStateException(
              "%s at quantiser %d: %s".formatted(recipe.encoder(), quantiser, e.getMessage()), e);
        }
      }
    }
  }

  private Optional<Picture> transmit(
      List<Picture> clip, VideoFormat format, Map<String, String> options, Channel channel) {
    try (Encoder encoder =
            new Encoder(recipe.encoder(), format, AV_PIX_FMT_YUV420P, options, false);
        Decoder decoder = new Decoder(encoder.context().codec_id(), FfmpegCodec::oneThread);
        NativeFrame frame = new NativeFrame(format, AV_PIX_FMT_YUV420P)) {
      return new Clip(encoder, decoder, frame, channel).last(clip);
    }
  }

  private static List<Picture> clip(Picture picture, VideoFormat format, int frames) {
    Picture padded = Edges.window(picture, 0, 0, format.width(), format.height());
    return frames == 1
        ? List.of(padded)
        : List.of(Edges.window(padded, MOTION, MOTION, format.width(), format.height()), padded);
  }

  private static int wholeBlocks(int pixels) {
    return (pixels + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static int oneThread(AVCodecContext context) {
    context.thread_count(1).flags(AV_CODEC_FLAG_LOW_DELAY);
    return 0;
  }
}
