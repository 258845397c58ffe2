/** A stage over the reference frames of a recording. */
package dev.pixelwatch.tools.record.process;
