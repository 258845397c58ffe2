/** YAML that people write: every mistake is told with its file, line and key. */
package dev.pixelwatch.monitor.yaml;
