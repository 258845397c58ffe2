package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ScoreWords;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Draws a frame and its map, or words alone, as SVG. Its unit is a pixel of the frame. */
final class PictureCard {
  private static final int WORDS_WIDTH = 640;
  private static final int WORDS_HEIGHT = 360;
  private static final String GROUND = "#181b1f";
  private static final String INK = "#d8d9da";

  private final XMLStreamWriter svg;

  private PictureCard(XMLStreamWriter svg) {
    this.svg = svg;
  }

  private interface Drawing {
    void on(PictureCard card) throws XMLStreamException;
  }

  /** Words where there is no picture. */
  static String of(String message, String hint) {
    return draw(
        WORDS_WIDTH,
        WORDS_HEIGHT,
        message,
        card -> {
          card.line(message, WORDS_WIDTH / 2, 170, 30, "middle", INK);
          card.line(hint, WORDS_WIDTH / 2, 215, 18, "middle", INK);
        });
  }

  /**
   * A frame that has pictures.
   *
   * @param score that of the frame alone
   * @param ageMs age of the picture
   * @param notLive why the picture is not of now, empty when it is
   */
  static String of(
      StreamView view,
      KeptFrame frame,
      Points score,
      DistortionType type,
      long ageMs,
      Optional<String> notLive) {
    int width = view.last().getWidth();
    int height = view.last().getHeight();
    float points = score.scores()[0];
    float intensity = score.intensity(0, type);
    int text = Math.max(width, height) / 36;
    List<String> lines =
        List.of(
            String.format(
                Locale.ROOT,
                "%s, %s %s, frame %d, %.1f s old",
                view.stream(),
                view.stage(),
                view.build(),
                frame.number(),
                ageMs / 1000.0),
            String.format(
                Locale.ROOT,
                "%s (%+.1f points), %s %+.2f: %s",
                ScoreWords.of(points),
                points,
                type.id().replace('_', ' '),
                intensity,
                type.inWords(intensity)));
    return draw(
        width,
        height + 4 * text,
        String.join(", ", lines),
        card -> {
          card.picture(frame, type, width, height);
          notLive.ifPresent(reason -> card.cover(reason, ageMs, width, height));
          card.line(lines.get(0), text / 2, height + text * 3 / 2, text, "start", INK);
          card.line(
              notLive.isEmpty() ? lines.get(1) : "The last: " + lines.get(1),
              text / 2,
              height + text * 3,
              text,
              "start",
              INK);
        });
  }

  private static String draw(int width, int height, String title, Drawing drawing) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter svg = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      svg.writeStartElement("svg");
      svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
      attributes(svg, "viewBox", "0 0 %d %d".formatted(width, height));
      attributes(svg, "width", width, "height", height);
      svg.writeStartElement("title");
      svg.writeCharacters(clean(title));
      svg.writeEndElement();
      PictureCard card = new PictureCard(svg);
      card.box(0, 0, width, height, GROUND, 1);
      drawing.on(card);
      svg.writeEndElement();
      svg.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return text.toString();
  }

  private void picture(KeptFrame frame, DistortionType type, int width, int height)
      throws XMLStreamException {
    svg.writeStartElement("svg"); // Clips the cells that reach over the right and lower edge.
    attributes(svg, "width", width, "height", height);
    image("image/jpeg", frame.processed(), width, height);
    int columns = frame.map().getColumns();
    int rows = frame.map().getRows();
    image(
        "image/png",
        Images.png(frame.map(), type),
        columns * DistortionMap.CELL,
        rows * DistortionMap.CELL);
    svg.writeEndElement();
  }

  private void cover(String reason, long ageMs, int width, int height) {
    try {
      int text = Math.max(width, height) / 18;
      box(0, 0, width, height, GROUND, 0.75);
      line("Not live: " + inWords(ageMs) + " old", width / 2, height / 2, text, "middle", INK);
      line(reason, width / 2, height / 2 + text * 3 / 2, text * 3 / 5, "middle", INK);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
  }

  private static String inWords(long ageMs) {
    long seconds = ageMs / 1000;
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
  }

  private void image(String type, byte[] bytes, int width, int height) throws XMLStreamException {
    svg.writeEmptyElement("image");
    attributes(svg, "width", width, "height", height, "preserveAspectRatio", "none");
    attributes(
        svg, "href", "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
  }

  private void box(int x, int y, int width, int height, String colour, double opacity)
      throws XMLStreamException {
    svg.writeEmptyElement("rect");
    attributes(svg, "x", x, "y", y, "width", width, "height", height);
    attributes(svg, "fill", colour, "opacity", opacity);
  }

  private void line(String words, int x, int y, int size, String anchor, String colour)
      throws XMLStreamException {
    svg.writeStartElement("text");
    attributes(svg, "x", x, "y", y, "font-size", size, "font-family", "sans-serif");
    attributes(svg, "text-anchor", anchor, "fill", colour);
    svg.writeCharacters(clean(words));
    svg.writeEndElement();
  }

  private static void attributes(XMLStreamWriter svg, Object... namesAndValues)
      throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      svg.writeAttribute(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
    }
  }

  /** Names come from the topics; XML has no place for control characters and half characters. */
  private static String clean(String text) {
    return text.codePoints()
        .map(c -> c < 0x20 || c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
