/** The network on the frames of a recording. */
package dev.pixelwatch.tools.record.scoring;
