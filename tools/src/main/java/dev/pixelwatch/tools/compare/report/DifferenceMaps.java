package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.tools.compare.MeanDifferenceMap;
import dev.pixelwatch.tools.report.HeatStrip;
import dev.pixelwatch.tools.report.Html;
import dev.pixelwatch.tools.report.MapOverlay;
import dev.pixelwatch.tools.report.Numbers;
import java.util.Map;
import java.util.Optional;

/** Where in the frame the builds differ, over all frames. */
final class DifferenceMaps {
  private static final int WIDTH = 640;

  /** Weaker differences than this are not blown up to full colour. */
  private static final double LEAST_FULL = 0.05;

  private DifferenceMaps() {}

  /** A picture for each decided type; nothing if there is none, or no picture to draw over. */
  static String draw(Compared compared, Map<Long, FrameEvidence> evidence) {
    Optional<Picture> below =
        evidence.values().stream()
            .filter(frame -> compared.map().fits(frame.mapOfA()))
            .map(FrameEvidence::reference)
            .findFirst();
    return compared.map().frames() == 0 ? "" : below.map(over -> draw(compared, over)).orElse("");
  }

  private static String draw(Compared compared, Picture below) {
    StringBuilder pictures = new StringBuilder();
    for (DistortionType type : DifferenceCharts.decidedTypes(compared.comparison())) {
      pictures.append(figure(compared.map(), type, below));
    }
    return pictures.isEmpty()
        ? ""
        : "<p class=\"hint\">Mean difference over "
            + compared.map().frames()
            + " frames. <span class=\"more\">Orange</span>: B has more of it. "
            + "<span class=\"less\">Blue</span>: B has less. The strongest cell has full colour."
            + "</p><div class=\"pictures maps\">"
            + pictures
            + "</div>";
  }

  private static String figure(MeanDifferenceMap map, DistortionType type, Picture below) {
    double strongest = map.strongest(type);
    String caption = Numbers.text("%s, strongest cell %+.2f", HeatStrip.words(type), strongest);
    return map.scaled(type, Math.max(LEAST_FULL, Math.abs(strongest)))
        .map(
            scaled ->
                "<figure><img alt=\"Where: %s\" src=\"%s\"><figcaption>%s</figcaption></figure>"
                    .formatted(
                        caption,
                        Html.thumbnail(MapOverlay.draw(below, scaled, type), WIDTH),
                        caption))
        .orElse("");
  }
}
