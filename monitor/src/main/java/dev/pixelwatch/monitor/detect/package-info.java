/**
 * Detectors of regressions, rules and alerts. Nothing here knows Kafka: records go in, alerts come
 * out, and what a detector remembers is a value that can be stored.
 */
package dev.pixelwatch.monitor.detect;
