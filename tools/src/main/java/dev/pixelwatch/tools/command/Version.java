package dev.pixelwatch.tools.command;

import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.runtime.OnnxNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which program this is, and which networks it carries. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    List<String> lines = new ArrayList<>();
    lines.add("pixelwatch " + number());
    for (ModelInfo model : OnnxNetwork.shipped()) {
      lines.add("network " + model.name() + ", sha256 " + model.sha256());
    }
    lines.add("Java " + System.getProperty("java.version"));
    return lines.toArray(String[]::new);
  }

  /** The version of the program, such as {@code 0.1.0}. */
  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("/pixelwatch.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
