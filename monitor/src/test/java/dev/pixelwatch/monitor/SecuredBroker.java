package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A real broker that speaks TLS only and asks for user and password (SASL PLAIN). */
final class SecuredBroker implements AutoCloseable {
  private static final String STORE_PASSWORD = "changeit";
  private static final String USER = "camera";
  private static final String PASSWORD = "lens-cap";

  private final Path keys;
  private final EmbeddedBroker broker;

  private SecuredBroker(Path keys, EmbeddedBroker broker) {
    this.keys = keys;
    this.broker = broker;
  }

  static SecuredBroker start(Path folder) throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    makeKeys(keys);
    Map<String, String> p = new HashMap<>();
    p.put("listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:PLAINTEXT");
    p.put("sasl.enabled.mechanisms", "PLAIN");
    p.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    p.put("ssl.keystore.location", keys.toString());
    p.put("ssl.keystore.password", STORE_PASSWORD);
    p.put("ssl.truststore.location", keys.toString());
    p.put("ssl.truststore.password", STORE_PASSWORD);
    p.put(
        "listener.name.broker.plain.sasl.jaas.config",
        login("broker", "inner")
            + " user_broker=\"inner\" user_"
            + USER
            + "=\""
            + PASSWORD
            + "\";");
    return new SecuredBroker(keys, EmbeddedBroker.start(folder.resolve("broker"), 0, p));
  }

  /** One key that signs itself, for 127.0.0.1, by the tool of the JDK. */
  private static void makeKeys(Path keys) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                STORE_PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  private static String login(String user, String password) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
        .formatted(user, password);
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** What a client needs, as in the file of {@code --kafka-properties}. */
  Map<String, String> clientProperties() {
    return clientProperties(PASSWORD);
  }

  Map<String, String> clientProperties(String password) {
    return Map.of(
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        login(USER, password) + ";",
        "ssl.truststore.location",
        keys.toString(),
        "ssl.truststore.password",
        STORE_PASSWORD);
  }

  @Override
  public void close() {
    broker.close();
  }
}
