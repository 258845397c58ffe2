package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ScoreWords;
import java.awt.image.BufferedImage;
import java.util.stream.Collectors;

/**
 * The part of the page that shows one frame.
 *
 * @param html reference, processed and overlays side by side, with captions; small copies, so that
 *     the page stays light, each a link to the file at full size
 */
record FrameSection(String html) {
  private static final int WIDTH = 640;

  /**
   * @param startUs capture time of the first frame
   * @param folder where the files at full size lie beside the page, such as {@code frames/}
   */
  static FrameSection of(
      ShownFrame shown, long startUs, FramePictures pictures, Evidence evidence, String folder) {
    FrameResult result = shown.result();
    StringBuilder html = new StringBuilder("<section class=\"frame\"><h3>Frame ");
    html.append(result.frame()).append(" <small>at ");
    html.append(Numbers.seconds((result.timeUs() - startUs) / 1e6)).append("</small></h3><p>");
    html.append(
        "%s (%s points): %s. Shown for: %s."
            .formatted(
                capital(ScoreWords.of(result.score())),
                Numbers.points(result.score()),
                intensities(shown),
                String.join(", ", shown.why())));
    html.append("</p><div class=\"pictures\">");
    html.append(figure(pictures.reference(), "Reference", folder + pictures.name("reference")));
    html.append(figure(pictures.processed(), "Processed", folder + pictures.name("processed")));
    pictures
        .overlays()
        .forEach(
            (type, image) ->
                html.append(
                    figure(
                        image,
                        "Where: " + HeatStrip.words(type),
                        folder + pictures.name(type.id()))));
    html.append("</div>").append(detail(shown, pictures, evidence));
    return new FrameSection(html.append("</section>").toString());
  }

  private static String intensities(ShownFrame shown) {
    return shown.types().stream()
        .map(
            type ->
                type.inWords(shown.result().intensity(type))
                    + " "
                    + Numbers.intensity(shown.result().intensity(type)))
        .collect(Collectors.joining(", "));
  }

  private static String figure(BufferedImage image, String caption, String file) {
    return "<figure><a href=\"%s\"><img alt=\"%s\" src=\"%s\"></a><figcaption>%s</figcaption></figure>"
        .formatted(file, caption, Html.thumbnail(image, WIDTH), caption);
  }

  private static String detail(ShownFrame shown, FramePictures pictures, Evidence evidence) {
    DistortionType type = shown.types().get(0);
    Detail detail = Detail.of(evidence, pictures.reference(), pictures.processed(), type);
    String place = ", enlarged where " + HeatStrip.words(type) + " is strongest";
    return "<div class=\"pictures detail\">"
        + enlarged(detail.reference(), "Reference" + place)
        + enlarged(detail.processed(), "Processed" + place)
        + enlarged(detail.difference(), "Difference in brightness, four times; grey is none")
        + "</div>";
  }

  private static String enlarged(BufferedImage image, String caption) {
    return "<figure><img alt=\"%s\" src=\"%s\"><figcaption>%s</figcaption></figure>"
        .formatted(caption, Html.png(image), caption);
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
