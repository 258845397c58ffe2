package dev.pixelwatch.tools.record;

/**
 * A record as it came from its topic.
 *
 * @param kind which topic
 * @param build whom it is about
 * @param publishedMs when it was published, in milliseconds since 1970
 * @param partition of the topic
 * @param key of the Kafka record
 * @param value of the Kafka record, byte for byte
 */
public record RecordedMessage(
    RecordKind kind, BuildId build, long publishedMs, int partition, byte[] key, byte[] value) {}
