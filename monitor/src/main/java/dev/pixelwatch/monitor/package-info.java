/**
 * The Kafka side of Pixelwatch: the embedded broker, the topics, the publisher of frames, the
 * topology that pairs and scores them, and the reader of results.
 */
package dev.pixelwatch.monitor;
