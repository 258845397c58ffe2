/**
 * Avro records on the topics and their wire format: single-object encoding (Avro specification
 * 1.12), that is a marker of 2 bytes, the fingerprint of the writer's schema in 8 bytes, and the
 * record. A reader knows every version ever published, so no registry is needed.
 */
package dev.pixelwatch.schemas;
