package dev.pixelwatch.tools.demo;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FilterGraph;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.media.VideoFrame;
import dev.pixelwatch.media.VideoReader;
import dev.pixelwatch.media.VideoWriter;
import dev.pixelwatch.tools.files.TemporaryFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does something to a stretch of video; not made by the engine that trained the network. */
public interface FaultyStage {
  /** As many pictures as it is given, of the same size. */
  List<Picture> apply(List<Picture> clean, FrameRate rate);

  /** Filters of FFmpeg, in its syntax. */
  static FaultyStage filter(String description) {
    return (clean, rate) -> {
      Picture first = clean.get(0);
      try (FilterGraph graph =
          new FilterGraph(
              description, first.width(), first.height(), rate, first.matrix(), first.range())) {
        return clean.stream().map(graph::apply).toList();
      }
    };
  }

  /** A real encoder and its decoder. */
  static FaultyStage encoder(Encoding encoding) {
    return (clean, rate) -> {
      try (TemporaryFolder folder = TemporaryFolder.create()) {
        Path file = folder.path().resolve("stretch.mkv");
        write(clean, rate, encoding, file);
        return read(file);
      }
    };
  }

  private static void write(List<Picture> pictures, FrameRate rate, Encoding encoding, Path file) {
    Picture first = pictures.get(0);
    try (VideoWriter writer =
        new VideoWriter(file, first.width(), first.height(), rate, encoding)) {
      pictures.forEach(writer::write);
    }
  }

  private static List<Picture> read(Path file) {
    List<Picture> pictures = new ArrayList<>();
    try (VideoReader reader = VideoReader.open(file)) {
      for (Optional<VideoFrame> f = reader.read(); f.isPresent(); f = reader.read()) {
        pictures.add(f.get().picture());
      }
    }
    return pictures;
  }
}
