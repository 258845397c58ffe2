/** Measurements of speed and memory; each says what it covers. */
package dev.pixelwatch.tools.bench;
