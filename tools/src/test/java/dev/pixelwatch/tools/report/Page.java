package dev.pixelwatch.tools.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * HTML as a tree. Once the elements without an end tag are closed, our pages are well-formed XML,
 * so that a tag left open or an attribute without quotes fails here.
 */
public final class Page {
  private static final Pattern WITHOUT_END = Pattern.compile("<(meta|img|br)\\b([^>]*)>");
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  private final Document document;

  private Page(Document document) {
    this.document = document;
  }

  /** A whole page. */
  public static Page of(String html) {
    String xml = WITHOUT_END.matcher(html).replaceAll("<$1$2/>");
    try {
      return new Page(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml))));
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError("not well-formed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any pieces of a page. */
  static Page ofPieces(String html) {
    return of("<div>" + html + "</div>");
  }

  /** The elements that an XPath finds, in the order of the page. */
  public List<Element> all(String path) {
    try {
      NodeList nodes = (NodeList) XPATH.evaluate(path, document, XPathConstants.NODESET);
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        elements.add((Element) nodes.item(i));
      }
      return elements;
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** What a reader sees of the elements that an XPath finds. */
  public List<String> texts(String path) {
    return all(path).stream().map(Element::getTextContent).toList();
  }

  /** The values of one attribute of the elements that an XPath finds. */
  public List<String> attributes(String path, String name) {
    return all(path).stream().map(element -> element.getAttribute(name)).toList();
  }

  /** The image that an {@code img} element carries in its source. */
  static BufferedImage image(Element img) {
    String source = img.getAttribute("src");
    byte[] bytes = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
