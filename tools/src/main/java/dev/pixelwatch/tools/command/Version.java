package dev.pixelwatch.tools.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which program this is, and which networks it carries. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "pixelwatch " + number(),
      network("live"),
      network("studio"),
      "Java " + System.getProperty("java.version")
    };
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

  private static String network(String name) {
    try (InputStream in = Version.class.getResourceAsStream("/weights/" + name + ".onnx")) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return "network " + name + ", sha256 " + HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
