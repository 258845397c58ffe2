package dev.pixelwatch.tools.report;

/**
 * A line over time as inline SVG. Our own few lines rather than XChart's PNG: sharp at any zoom, a
 * tenth of the bytes, and its colours follow the reader's light or dark theme through the style
 * sheet. The drawing stretches to the room there is; labels are HTML, so that they keep their size
 * on a phone.
 */
public final class SvgChart {
  private static final int HEIGHT = 100;
  private static final int X_LABELS = 5;

  private final Timeline timeline;
  private final double low;
  private final double high;

  /**
   * @param low value at the lower edge, 0 or less
   * @param high value at the upper edge, 0 or more, above low
   */
  public SvgChart(Timeline timeline, double low, double high) {
    this.timeline = timeline;
    this.low = low;
    this.high = high;
  }

  /**
   * The chart as HTML.
   *
   * @param values one for each column of the timeline; NaN leaves a gap
   * @param labels values named at the left edge
   * @param description said to those who cannot see it
   */
  public String draw(double[] values, double[] labels, String description) {
    StringBuilder html = new StringBuilder("<div class=\"chart\"><div class=\"y\">");
    for (double label : labels) {
      html.append(Numbers.text("<span style=\"top:%.1f%%\">%s</span>", y(label), label(label)));
    }
    html.append(
        Numbers.text(
            "</div><svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">",
            timeline.size(), HEIGHT, Html.escape(description)));
    for (double label : labels) {
      html.append(
          Numbers.text(
              "<path class=\"%s\" d=\"M0 %.2fH%d\"/>",
              label == 0 ? "zero" : "grid", y(label), timeline.size()));
    }
    html.append(Numbers.text("<path class=\"plus\" d=\"%s\"/>", area(values, 1)));
    html.append(Numbers.text("<path class=\"minus\" d=\"%s\"/>", area(values, -1)));
    html.append(Numbers.text("<path class=\"line\" d=\"%s\"/></svg>", line(values)));
    return html.append(timeAxis(timeline)).append("</div>").toString();
  }

  /** Times below a drawing as wide as the timeline. */
  static String timeAxis(Timeline timeline) {
    StringBuilder html = new StringBuilder("<div class=\"x\" aria-hidden=\"true\">");
    int labels = Math.min(X_LABELS, timeline.size());
    for (int i = 0; i < labels; i++) {
      int column = labels == 1 ? 0 : i * (timeline.size() - 1) / (labels - 1);
      html.append(
          Numbers.text(
              "<span style=\"left:%.1f%%\">%.1f s</span>",
              100.0 * i / Math.max(1, labels - 1), timeline.seconds(column)));
    }
    return html.append("</div>").toString();
  }

  /** The line; each run of columns without a gap spans their full width. */
  private String line(double[] values) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        path.append(startsRun(values, i) ? Numbers.text("M%d %.2f", i, y(values[i])) : "");
        path.append(Numbers.text("L%.1f %.2f", i + 0.5, y(values[i])));
        path.append(endsRun(values, i) ? Numbers.text("H%d", i + 1) : "");
      }
    }
    return path.toString();
  }

  /** What lies between the line and zero on one side of it. */
  private String area(double[] values, int sign) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        double side = sign * values[i] > 0 ? y(values[i]) : y(0);
        path.append(startsRun(values, i) ? Numbers.text("M%d %.2fV%.2f", i, y(0), side) : "");
        path.append(Numbers.text("L%.1f %.2f", i + 0.5, side));
        path.append(endsRun(values, i) ? Numbers.text("H%dV%.2fZ", i + 1, y(0)) : "");
      }
    }
    return path.toString();
  }

  private static boolean startsRun(double[] values, int i) {
    return i == 0 || Double.isNaN(values[i - 1]);
  }

  private static boolean endsRun(double[] values, int i) {
    return i == values.length - 1 || Double.isNaN(values[i + 1]);
  }

  private double y(double value) {
    return HEIGHT * (high - Math.min(high, Math.max(low, value))) / (high - low);
  }

  private static String label(double value) {
    return value == Math.rint(value)
        ? Numbers.text("%+.0f", value).replace("+0", "0")
        : Numbers.text("%+.1f", value);
  }
}
