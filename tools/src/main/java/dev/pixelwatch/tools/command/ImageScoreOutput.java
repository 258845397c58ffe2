package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.report.MapOverlay;
import dev.pixelwatch.tools.score.ImagePair;
import dev.pixelwatch.tools.score.TopType;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The result of two images, for people or for programs. */
record ImageScoreOutput(
    DistortionNetwork network, Path reference, Path distorted, Assessment assessment) {

  void print(PrintWriter out, boolean json) {
    if (json) {
      Json.write(document(), out);
    } else {
      words(out);
    }
  }

  /** Draws the strongest type over the distorted image; an even map when no type is there. */
  void writeMap(ImagePair pair, Path file) {
    DistortionType strongest = TopType.of(assessment.map()).orElse(DistortionType.BLUR);
    ImageFiles.writePng(MapOverlay.draw(pair.distorted(), assessment.map(), strongest), file);
  }

  private void words(PrintWriter out) {
    out.printf(Locale.ROOT, "score %+.1f points: %s%n", assessment.score(), distorted);
    List<DistortionType> there = TopType.allOf(assessment.map());
    if (there.isEmpty()) {
      out.println("No distortion stands out.");
    }
    for (DistortionType type : there) {
      double intensity = assessment.map().meanIntensity(type);
      out.printf(Locale.ROOT, "  %-14s %+.2f  %s%n", type.id(), intensity, type.inWords(intensity));
    }
    out.println(ModelLine.of(network));
  }

  private Map<String, Object> document() {
    Optional<DistortionType> top = TopType.of(assessment.map());
    Map<String, Object> types = new LinkedHashMap<>();
    for (DistortionType type : DistortionType.values()) {
      types.put(type.id(), assessment.map().meanIntensity(type));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.number());
    document.put("model", network.model());
    document.put("engine", network.engine());
    document.put("ref", reference.toString());
    document.put("dist", distorted.toString());
    document.put("score", assessment.score());
    document.put("top_type", top.map(DistortionType::id).orElse("none"));
    document.put("top_direction", top.map(this::direction).orElse(null));
    document.put("types", types);
    return document;
  }

  private int direction(DistortionType type) {
    return assessment.map().meanIntensity(type) > 0 ? 1 : -1;
  }
}
