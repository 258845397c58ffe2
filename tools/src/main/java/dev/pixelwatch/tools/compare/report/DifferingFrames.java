package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.tools.compare.DifferingFrame;
import dev.pixelwatch.tools.compare.Quantity;
import dev.pixelwatch.tools.report.Detail;
import dev.pixelwatch.tools.report.Evidence;
import dev.pixelwatch.tools.report.HeatStrip;
import dev.pixelwatch.tools.report.Html;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Map;

/** The frames that differ most: reference, A and B side by side, whole and enlarged. */
final class DifferingFrames {
  private static final int WIDTH = 640;

  private DifferingFrames() {}

  static String draw(Compared compared, Map<Long, FrameEvidence> evidence) {
    StringBuilder html = new StringBuilder();
    for (DifferingFrame frame : compared.shown()) {
      if (evidence.containsKey(frame.number())) {
        html.append(section(frame, evidence.get(frame.number())));
      }
    }
    return html.toString();
  }

  private static String section(DifferingFrame frame, FrameEvidence evidence) {
    BufferedImage reference = image(evidence.reference());
    BufferedImage a = image(evidence.a());
    BufferedImage b = image(evidence.b());
    DistortionType type = frame.type();
    Detail detail =
        Detail.of(new Evidence(evidence.a(), evidence.b(), evidence.halfDifference()), a, b, type);
    return "<section class=\"frame\"><h3>Frame "
        + frame.number()
        + "</h3><p>"
        + words(frame)
        + "</p><div class=\"pictures\">"
        + figure(reference, "Reference")
        + figure(a, "A")
        + figure(b, "B")
        + "</div><div class=\"pictures enlarged\">"
        + figure(
            Detail.cut(reference, detail.place()),
            "Reference, enlarged where " + HeatStrip.words(type) + " differs most")
        + figure(detail.reference(), "A, enlarged")
        + figure(detail.processed(), "B, enlarged")
        + figure(detail.difference(), "B minus A in brightness, four times; grey is none")
        + "</div></section>";
  }

  private static String words(DifferingFrame frame) {
    Quantity type = Quantity.byId(frame.type().id()).orElseThrow();
    return "Shown for: %s. Score: A %s, B %s. %s: A %s, B %s."
        .formatted(
            String.join(", ", frame.why()),
            Amounts.of(Quantity.SCORE, frame.pair().a().score()),
            Amounts.of(Quantity.SCORE, frame.pair().b().score()),
            type.inWords().substring(0, 1).toUpperCase(Locale.ROOT) + type.inWords().substring(1),
            Amounts.of(type, type.of(frame.pair().a())),
            Amounts.of(type, type.of(frame.pair().b())));
  }

  private static BufferedImage image(Picture picture) {
    return ImageFiles.toBufferedImage(Colour.toRgb(picture));
  }

  private static String figure(BufferedImage image, String caption) {
    return "<figure><img alt=\"%s\" src=\"%s\"><figcaption>%s</figcaption></figure>"
        .formatted(caption, Html.thumbnail(image, WIDTH), caption);
  }
}
