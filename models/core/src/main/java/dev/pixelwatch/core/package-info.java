/** Distortion types, pictures, maps and scores. Knows no Kafka, no DJL and no FFmpeg. */
package dev.pixelwatch.core;
