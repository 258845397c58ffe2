package dev.pixelwatch.monitor;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * When a frame was published, but never later than now: one record from a clock that is ahead would
 * otherwise push stream time forward and make every waiting frame unmatched.
 */
final class PublishingTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    long now = System.currentTimeMillis();
    return record.timestamp() < 0 ? now : Math.min(record.timestamp(), now);
  }
}
