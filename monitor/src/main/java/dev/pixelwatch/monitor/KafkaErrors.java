package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Says in words what went wrong between us and the broker. */
final class KafkaErrors {
  private KafkaErrors() {}

  /** A user error for a failure while doing something, such as "publishing frames". */
  static UserError toUserError(MonitorConfig config, String doing, Throwable failure) {
    Throwable root = root(failure);
    if (root instanceof UserError known) {
      return known;
    }
    String where = " at " + config.bootstrapServers();
    if (root instanceof ConfigException) {
      return new UserError(
          "the Kafka settings cannot be used: " + root.getMessage(),
          "Check the bootstrap servers and the Kafka properties.",
          failure);
    }
    if (root instanceof AuthenticationException || root instanceof AuthorizationException) {
      return new UserError(
          "the Kafka broker" + where + " refused us while " + doing + ": " + root.getMessage(),
          "Check the security properties and the rights of this user.",
          failure);
    }
    if (root instanceof RecordTooLargeException) {
      return new UserError(
          "the Kafka broker" + where + " refused a record as too large while " + doing,
          "Raise message.max.bytes of the broker and max.message.bytes of the topic.",
          failure);
    }
    return new UserError(
        "no answer from the Kafka broker" + where + " while " + doing + words(root),
        "Check that the broker runs and that the address is right." + security(config),
        failure);
  }

  /** A broker hangs up on a client that does not begin with TLS, and says nothing. */
  private static String security(MonitorConfig config) {
    return config.kafkaProperties().containsKey(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
        ? ""
        : " A cluster that asks for TLS or a login needs --kafka-properties.";
  }

  /** The innermost cause. */
  static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private static String words(Throwable root) {
    return root.getMessage() == null
        ? " (" + root.getClass().getSimpleName() + ")"
        : " (" + root.getMessage() + ")";
  }
}
