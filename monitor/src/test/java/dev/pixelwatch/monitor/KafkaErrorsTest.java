package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.UserError;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KafkaErrorsTest {
  private static final MonitorConfig CONFIG =
      MonitorConfig.builder("kafka.example:9092", Path.of("state")).build();

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new ConfigException("security.protocol", "SLL", "no such protocol"),
            "the Kafka settings cannot be used",
            "Kafka properties"),
        Arguments.of(
            new SaslAuthenticationException("wrong password"),
            "kafka.example:9092 refused us while reading results: wrong password",
            "security properties"),
        Arguments.of(
            new TopicAuthorizationException("may not read scores"),
            "kafka.example:9092 refused us while reading results: may not read scores",
            "rights of this user"),
        Arguments.of(
            new RecordTooLargeException("9 bytes"),
            "refused a record as too large while reading results",
            "message.max.bytes"),
        Arguments.of(
            new TimeoutException("60000 ms have passed"),
            "no answer from the Kafka broker at kafka.example:9092 while reading results (60000 ms",
            "address"),
        Arguments.of(
            new NetworkException(),
            "no answer from the Kafka broker at kafka.example:9092 while reading results"
                + " (NetworkException)",
            "address"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureIsSaidInWordsWithWhatToDo(Exception failure, String words, String hint) {
    UserError error = KafkaErrors.toUserError(CONFIG, "reading results", failure);

    assertThat(error).hasMessageContaining(words).hasCause(failure);
    assertThat(error.hint()).contains(hint).endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theCauseIsFoundHoweverDeepItLies(Exception failure, String words, String hint) {
    Exception wrapped = new KafkaException(new ExecutionException(new KafkaException(failure)));

    assertThat(KafkaErrors.toUserError(CONFIG, "reading results", wrapped))
        .hasMessageContaining(words);
  }

  @Test
  void whatWasAlreadySaidInWordsIsNotSaidTwice() {
    UserError said = new UserError("the frame is too large", "Send a smaller one.");

    assertThat(KafkaErrors.toUserError(CONFIG, "publishing", new ExecutionException(said)))
        .isSameAs(said);
  }
}
