package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_create_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse_ptr;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_inout_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_inout_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_color_range_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_space_name;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_strdup;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * Filters of FFmpeg, such as {@code gblur=sigma=2,noise=alls=10}, as a function on pictures: one
 * in, one out. Pictures count from 0, so that {@code enable='between(n,10,20)'} works. Used by one
 * thread.
 */
public final class FilterGraph implements AutoCloseable {
  private final String description;
  private final VideoFormat format;
  private final AVFilterGraph graph;
  private final AVFrame output;
  private final NativeFrame input;
  private final AVFilterContext source;
  private final AVFilterContext sink;
  private long number;

  /**
   * @param description filters in FFmpeg's own syntax, with one input and one output
   * @throws UserError if FFmpeg does not understand the description
   */
  public FilterGraph(
      String description,
      int width,
      int height,
      FrameRate frameRate,
      ColourMatrix matrix,
      ColourRange range) {
    Ffmpeg.load();
    this.description = description;
    source = new AVFilterContext(null);
    sink = new AVFilterContext(null);
    format = new VideoFormat(width, height, frameRate, matrix, range);
    input = new NativeFrame(format, AV_PIX_FMT_YUV420P);
    graph = avfilter_graph_alloc();
    output = av_frame_alloc();
    try {
      Ffmpeg.allocated(graph);
      Ffmpeg.allocated(output);
      build();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Filters the next picture.
   *
   * @return a picture with the matrix and range of the graph; of another size if a filter changes
   *     it
   * @throws UserError if the filters hold the picture back, give more than one, or fail
   * @throws IllegalArgumentException if size, matrix or range is not that of the graph
   */
  public Picture apply(Picture picture) {
    if (!format.fits(picture)) {
      throw new IllegalArgumentException(picture + " does not fit the filters for " + format);
    }
    AVFrame frame = input.writable();
    Planes.write(picture, frame);
    frame.pts(number++).duration(1);
    understood(av_buffersrc_add_frame_flags(source, frame, AV_BUFFERSRC_FLAG_KEEP_REF));
    int code = av_buffersink_get_frame(sink, output);
    if (code == AVERROR_EAGAIN()) {
      throw notOneForEach("hold frames back");
    }
    understood(code);
    Picture filtered = take();
    // Another one would be paired with the next picture, and so on. What else the filters say now,
    // such as that their end has come, is about the next picture.
    if (av_buffersink_get_frame(sink, output) >= 0) {
      av_frame_unref(output);
      throw notOneForEach("give more frames than they get");
    }
    return filtered;
  }

  private Picture take() {
    try {
      return Planes.read(output, format.matrix(), format.range());
    } finally {
      av_frame_unref(output);
    }
  }

  private UserError notOneForEach(String what) {
    return new UserError(
        "the filters '" + description + "' " + what,
        "Use filters that give one frame for each frame.");
  }

  private void build() {
    String matrix = av_color_space_name(ColourTags.of(format.matrix())).getString();
    String range = av_color_range_name(ColourTags.of(format.range())).getString();
    create(
        source,
        "buffer",
        "video_size=%dx%d:pix_fmt=yuv420p:time_base=%d/%d:frame_rate=%d/%d:sar=1:colorspace=%s:range=%s"
            .formatted(
                format.width(),
                format.height(),
                format.frameRate().denominator(),
                format.frameRate().numerator(),
                format.frameRate().numerator(),
                format.frameRate().denominator(),
                matrix,
                range));
    create(sink, "buffersink", null);
    AVFilterContext back = new AVFilterContext(null);
    create(
        back,
        "format",
        "pix_fmts=yuv420p:color_spaces=%s:color_ranges=%s".formatted(matrix, range));
    Ffmpeg.check(avfilter_link(back, 0, sink, 0), "link the filters");
    parse(back);
    understood(avfilter_graph_config(graph, null));
  }

  private void create(AVFilterContext context, String filter, String arguments) {
    Ffmpeg.check(
        avfilter_graph_create_filter(
            context, avfilter_get_by_name(filter), filter, arguments, null, graph),
        "create the filter " + filter);
  }

  private void parse(AVFilterContext back) {
    AVFilterInOut opened = end("in", source);
    AVFilterInOut closed = end("out", back);
    try {
      understood(avfilter_graph_parse_ptr(graph, description, closed, opened, null));
    } finally {
      avfilter_inout_free(opened);
      avfilter_inout_free(closed);
    }
  }

  private static AVFilterInOut end(String name, AVFilterContext filter) {
    try (BytePointer text = new BytePointer(name)) {
      return avfilter_inout_alloc().name(av_strdup(text)).filter_ctx(filter).pad_idx(0).next(null);
    }
  }

  private void understood(int code) {
    if (code < 0) {
      throw new UserError(
          "FFmpeg does not accept the filters '" + description + "': " + Ffmpeg.inWords(code),
          "Check the names and options of the filters; there must be one input and one output.");
    }
  }

  @Override
  public void close() {
    avfilter_graph_free(graph);
    av_frame_free(output);
    input.close();
  }
}
