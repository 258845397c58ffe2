/** From recordings into topics. */
package dev.pixelwatch.tools.record.replay;
