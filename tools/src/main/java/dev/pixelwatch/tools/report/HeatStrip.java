package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.MapPalette;
import java.awt.image.BufferedImage;

/** All types over the whole clip: one row of coloured columns for each type. */
public final class HeatStrip {
  /** Columns without a scored frame. */
  private static final int MISSING = 0x40808080;

  private HeatStrip() {}

  /** A figure's content as HTML. */
  public static String draw(Timeline timeline) {
    StringBuilder html = new StringBuilder("<div class=\"strip\">");
    for (DistortionType type : DistortionType.values()) {
      double[] values = timeline.extremes(result -> result.intensity(type));
      html.append("<span>").append(words(type)).append("</span><img alt=\"");
      html.append(description(type, values)).append("\" src=\"");
      html.append(Html.png(row(values))).append("\">");
    }
    return html.append("<span></span>")
        .append(SvgChart.timeAxis(timeline))
        .append("</div>")
        .toString();
  }

  /** A type as people write it, such as "chroma noise". */
  public static String words(DistortionType type) {
    return type.id().replace('_', ' ');
  }

  private static BufferedImage row(double[] values) {
    BufferedImage image = new BufferedImage(values.length, 1, BufferedImage.TYPE_INT_ARGB);
    for (int x = 0; x < values.length; x++) {
      image.setRGB(x, 0, Double.isNaN(values[x]) ? MISSING : MapPalette.argb(values[x]));
    }
    return image;
  }

  private static String description(DistortionType type, double[] values) {
    double lowest = 0;
    double highest = 0;
    for (double value : values) {
      lowest = Math.min(lowest, Double.isNaN(value) ? 0 : value);
      highest = Math.max(highest, Double.isNaN(value) ? 0 : value);
    }
    return "%s over time, from %s to %s"
        .formatted(words(type), Numbers.intensity(lowest), Numbers.intensity(highest));
  }
}
