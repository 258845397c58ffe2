/**
 * Recordings: a folder of Avro object container files and a manifest. Each file holds the records
 * of one kind, stream and build as they came from their topic, byte for byte, within an envelope
 * that says when they were published.
 */
package dev.pixelwatch.tools.record;
